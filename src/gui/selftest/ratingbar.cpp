// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/ratingbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "gui/selftest/selftestwords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kHeight = 64;
constexpr int kLeastWidth = 120;
constexpr int kGap = 10;
constexpr double kRadius = 12;
constexpr double kWordPixels = 26;
constexpr double kKeyPixels = 24;
}  // namespace

RatingButton::RatingButton(Theme& theme, const QString& key, QWidget* parent) : QAbstractButton(parent), m_theme(theme), m_key(key)
{
    setCheckable(true);
    // A click must not take the focus from the status, or the next Space would press this button.
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RatingButton::setOffered(bool offered)
{
    if (m_offered == offered)
        return;
    m_offered = offered;
    update();
}

QSize RatingButton::sizeHint() const
{
    return {m_theme.px(160), m_theme.px(kHeight)};
}

QSize RatingButton::minimumSizeHint() const
{
    return {m_theme.px(kLeastWidth), m_theme.px(kHeight)};
}

void RatingButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QAbstractButton::keyPressEvent(event);
    // Whether Return presses a button is the desktop's choice; here it must never reach the screen's big key.
    if (!event->isAutoRepeat())
        click();
    event->accept();
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
    const bool given = isChecked() || isDown();
    const bool offered = m_offered && isEnabled();
    const double pen = offered || hasFocus() ? 3 : given ? 2 : 1;
    Role line = given ? Role::Accent : Role::ControlLine;
    if (offered || hasFocus())
        line = Role::Text;
    painter.setPen(QPen(m_theme.color(line), pen));
    painter.setBrush(m_theme.color(offered                       ? Role::Accent
                                       : given                   ? Role::AccentSoft
                                       : underMouse() && isEnabled() ? Role::Window
                                                                 : Role::Card));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), kRadius, kRadius);

    const QColor ink = m_theme.color(offered       ? Role::OnAccent
                                         : given   ? Role::Accent
                                         : isEnabled() ? Role::Text
                                                   : Role::Muted);
    const QFont keyFont = m_theme.font(kKeyPixels, QFont::DemiBold);
    const QFont wordFont = m_theme.font(kWordPixels, QFont::DemiBold);
    const QFontMetricsF keyMetrics(keyFont);
    const double capHeight = keyMetrics.height() + 2;
    const double capWidth = std::max(capHeight, keyMetrics.horizontalAdvance(m_key) + m_theme.px(12));
    const double wordWidth = QFontMetricsF(wordFont).horizontalAdvance(text());
    const double left = std::max(4.0, (width() - capWidth - kGap - wordWidth) / 2);
    const QRectF cap(left, (height() - capHeight) / 2, capWidth, capHeight);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 5, 5);
    painter.setFont(keyFont);
    painter.drawText(cap, Qt::AlignCenter, m_key);
    painter.setFont(wordFont);
    painter.drawText(QRectF(cap.right() + kGap, 0, width() - cap.right() - kGap, height()),
                     static_cast<int>(Qt::AlignLeft) | static_cast<int>(Qt::AlignVCenter), text());
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

void RatingBar::setOffered(std::optional<Contraction> offered)
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setOffered(offered && static_cast<std::size_t>(*offered) == i);
}

void RatingBar::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void RatingBar::retranslate()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(SelfTestWords::of(static_cast<Contraction>(i)));
        m_buttons[i]->setAccessibleName(tr("%1, %2").arg(i).arg(m_buttons[i]->text()));
    }
}

}  // namespace psolog
