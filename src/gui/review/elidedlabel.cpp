// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/elidedlabel.h"

#include <algorithm>

#include <QPainter>
#include <QStyle>

#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kLeastLetters = 10;

}  // namespace

ElidedLabel::ElidedLabel(const char* look, QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("look", QString::fromLatin1(look));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setWords(const QString& text)
{
    const QString line = text.simplified();
    setText(line);
    setToolTip(plainToolTip(line));
    setAccessibleName(line);
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * kLeastLetters), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QString line = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    style()->drawItemText(&painter, rect(), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                          palette(), isEnabled(), line, foregroundRole());
}

}  // namespace psolog
