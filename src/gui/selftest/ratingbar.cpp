// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/ratingbar.h"

#include <QHBoxLayout>
#include <QPainter>

#include "gui/selftest/selftestwords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kHeight = 74;
constexpr int kLeastWidth = 56;
constexpr double kRadius = 9;
}  // namespace

RatingButton::RatingButton(Theme& theme, const QString& key, QWidget* parent) : QAbstractButton(parent), m_theme(theme), m_key(key)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize RatingButton::sizeHint() const
{
    return {m_theme.px(160), m_theme.px(kHeight)};
}

QSize RatingButton::minimumSizeHint() const
{
    return {m_theme.px(kLeastWidth), m_theme.px(kHeight)};
}

void RatingButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RatingButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void RatingButton::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool lit = isChecked() || isDown();
    painter.setPen(hasFocus() ? QPen(m_theme.color(Role::Accent), 2) : QPen(m_theme.color(lit ? Role::AccentSoft : Role::ControlLine), 1));
    painter.setBrush(m_theme.color(lit ? Role::AccentSoft : underMouse() && isEnabled() ? Role::Window : Role::Card));
    painter.drawRoundedRect(box, kRadius, kRadius);

    const QColor ink = m_theme.color(lit ? Role::Accent : isEnabled() ? Role::Text : Role::Muted);
    const QFont keyFont = m_theme.font(TextStyle::Small);
    const QFontMetricsF keyMetrics(keyFont);
    const double capHeight = keyMetrics.height() + 2;
    const double capWidth = std::max(capHeight, keyMetrics.horizontalAdvance(m_key) + m_theme.px(14));
    const QFont wordFont = m_theme.font(TextStyle::BodyStrong);
    const double wordHeight = QFontMetricsF(wordFont).height();
    const double gap = m_theme.px(6);
    const double top = (height() - capHeight - gap - wordHeight) / 2;
    const QRectF cap(width() / 2.0 - capWidth / 2, top, capWidth, capHeight);
    painter.setPen(QPen(m_theme.color(lit ? Role::Accent : Role::Divider), 1));
    painter.setBrush(m_theme.color(Role::Card));
    painter.drawRoundedRect(cap, 4, 4);
    painter.setFont(keyFont);
    painter.setPen(m_theme.color(lit ? Role::Accent : Role::Muted));
    painter.drawText(cap, Qt::AlignCenter, m_key);
    painter.setFont(wordFont);
    painter.setPen(ink);
    painter.drawText(QRectF(0, cap.bottom() + gap, width(), wordHeight), Qt::AlignCenter, text());
}

RatingBar::RatingBar(Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    int number = 0;
    for (RatingButton*& button : m_buttons) {
        button = new RatingButton(theme, QString::number(number), this);
        button->setObjectName(QStringLiteral("rating%1Button").arg(number));
        const auto contraction = static_cast<Contraction>(number);
        connect(button, &QAbstractButton::clicked, this, [this, contraction] { Q_EMIT rated(contraction); });
        row->addWidget(button);
        ++number;
    }
    retranslate();
}

void RatingBar::setRating(std::optional<Contraction> rating)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(rating && static_cast<std::size_t>(*rating) == i);
}

void RatingBar::retranslate()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(SelfTestWords::of(static_cast<Contraction>(i)));
        m_buttons[i]->setAccessibleName(tr("%1, %2").arg(i).arg(m_buttons[i]->text()));
    }
}

}  // namespace psolog
