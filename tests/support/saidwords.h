// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QRegularExpression>
#include <QStringList>
#include <QWidget>

namespace psolog::test {

/// What of a text claims a cause, names a disease or promises something, or shows that a number was not filled in;
/// empty when nothing does. What says the opposite in so many words is allowed.
inline QString forbiddenWord(QString text)
{
    static const QRegularExpression forbidden(
        QStringLiteral("\\b(cur(e|es|ed|ing)|heal(s|ed|ing)?|treat\\w*|diagnos\\w*|injur\\w*|proves|thanks to|caused|"
                       "because of|works|effective|you will (get|be|feel)|nan|inf)\\b|%\\d|%n"),
        QRegularExpression::CaseInsensitiveOption);
    for (const auto& allowed :
         {QStringLiteral("not proven to be because of"), QStringLiteral("Why not “because of”"),
          QStringLiteral("Changed after, not because of"), QStringLiteral("because of a leg problem"),
          QStringLiteral("names no cause and is no diagnosis"), QStringLiteral("finds and treats no disease")})
        text.remove(allowed);
    return forbidden.match(text).captured();
}

/// Every text of a page, whether it is to be seen now or not.
inline QStringList everyText(const QWidget& page)
{
    QStringList texts;
    for (const auto* label : page.findChildren<QLabel*>())
        texts << label->text();
    for (const auto* button : page.findChildren<QAbstractButton*>())
        texts << button->text();
    for (const auto* widget : page.findChildren<QWidget*>())
        texts << widget->accessibleName() << widget->accessibleDescription();
    return texts;
}

}  // namespace psolog::test
