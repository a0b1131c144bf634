// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/make.h"

#include <QStyle>
#include <QTextDocument>
#include <QVariant>

#include "gui/widgets/textlabel.h"

namespace psolog {

QLabel* makeLabel(const QString& text, const char* look, QWidget* parent)
{
    auto* label = new TextLabel(parent);
    label->setText(text);
    if (look != nullptr && *look != '\0')
        label->setProperty("look", QString::fromLatin1(look));
    return label;
}

QLabel* makeBadge(const QString& text, const char* tone, QWidget* parent)
{
    auto* badge = new QLabel(parent);
    badge->setTextFormat(Qt::PlainText);
    badge->setText(text);
    badge->setProperty("badge", QString::fromLatin1(tone));
    badge->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return badge;
}

void setBadgeTone(QLabel* badge, const char* tone)
{
    setLook(badge, "badge", QString::fromLatin1(tone));
}

QLabel* makeKeyCap(const QString& key, QWidget* parent)
{
    auto* cap = new QLabel(parent);
    cap->setTextFormat(Qt::PlainText);
    cap->setText(key);
    cap->setProperty("keycap", true);
    cap->setAlignment(Qt::AlignCenter);
    cap->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return cap;
}

QFrame* makeCard(QWidget* parent)
{
    auto* card = new QFrame(parent);
    card->setProperty("card", true);
    return card;
}

QFrame* makeBanner(const char* tone, QWidget* parent)
{
    auto* banner = new QFrame(parent);
    banner->setProperty("banner", QString::fromLatin1(tone));
    return banner;
}

QFrame* makeDivider(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("divider", true);
    return line;
}

QString plainToolTip(const QString& text)
{
    // Escaping alone does not do: without a tag Qt takes "&amp;" for plain text and shows it so.
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

void setLook(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

}  // namespace psolog
