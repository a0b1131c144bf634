// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/stopreasonwidget.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "gui/release/releasewords.h"
#include "gui/guided/sessionbutton.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr double kTitlePixels = 48;
constexpr double kTextPixels = 26;
constexpr int kMargin = 40;
constexpr int kWidest = 1000;
}  // namespace

StopReasonWidget::StopReasonWidget(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(makeLabel({}, "", this)),
      m_text(makeLabel({}, "muted", this)),
      m_error(makeLabel({}, "", this)),
      m_grid(new QGridLayout)
{
    m_title->setObjectName(QStringLiteral("stopTitleLabel"));
    m_title->setFocusPolicy(Qt::TabFocus);
    m_error->setObjectName(QStringLiteral("stopErrorLabel"));
    m_error->hide();
    m_grid->setSpacing(space::kL);
    std::size_t next = 0;
    for (const auto& row : NameTable<StopReason>::rows) {
        const StopReason reason = row.value;
        auto* button =
            new SessionButton(theme, isRed(reason) ? SessionButton::Kind::Danger : SessionButton::Kind::Plain, this);
        button->setObjectName(QString::fromUtf8(row.name.data(), static_cast<qsizetype>(row.name.size()))
                              + QStringLiteral("Button"));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QPushButton::clicked, this, [this, reason] { Q_EMIT reasonChosen(reason); });
        m_grid->addWidget(button, static_cast<int>(next / 2), static_cast<int>(next % 2));
        m_buttons.at(next++) = button;
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::kL);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_error);
    column->addSpacing(space::kL);
    column->addLayout(m_grid);
    column->addStretch(2);
    connect(&m_theme, &Theme::changed, this, &StopReasonWidget::applyFonts);
    applyFonts();
    retranslate();
}

void StopReasonWidget::askNow()
{
    m_earlier.reset();
    setError({});
    retranslate();
}

void StopReasonWidget::askAbout(const RecordedAt& session, LocalDay today)
{
    m_earlier = session;
    m_today = today;
    setError({});
    retranslate();
}

void StopReasonWidget::setError(const QString& words)
{
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
}

void StopReasonWidget::focusFirst()
{
    // On an answer, the Space that was still meant for the session would give it.
    m_title->setFocus(Qt::OtherFocusReason);
}

void StopReasonWidget::keyPressEvent(QKeyEvent* event)
{
    const int index = event->key() - Qt::Key_1;
    if (!event->isAutoRepeat() && index >= 0 && index < static_cast<int>(m_buttons.size()))
        m_buttons.at(static_cast<std::size_t>(index))->click();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Right)
        focusNextChild();
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Left)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

void StopReasonWidget::applyFonts()
{
    m_theme.dress(this);
    m_title->setFont(m_theme.font(kTitlePixels, QFont::Bold));
    m_text->setFont(m_theme.font(kTextPixels, QFont::Normal));
    // Not the look of an error elsewhere: that one is too small to be read from the floor.
    m_error->setFont(m_theme.font(kTextPixels, QFont::Normal));
    update();
}

void StopReasonWidget::retranslate()
{
    if (m_earlier) {
        m_title->setText(tr("You stopped the session of %1 at %2. Why?")
                             .arg(relativeDay(m_earlier->day, m_today), clockTime(m_earlier->at)));
        m_text->setText(tr("It was not answered yet. The answer decides whether the next session needs a pause."));
    } else {
        m_title->setText(tr("Stopped. Why?"));
        m_text->setText(tr("Come off the tool. What you did is saved. The answer decides whether the next session needs a pause."));
    }
    std::size_t next = 0;
    for (const auto& row : NameTable<StopReason>::rows) {
        m_buttons.at(next)->setWords(ReleaseWords::of(row.value), QString::number(next + 1));
        ++next;
    }
}

void StopReasonWidget::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StopReasonWidget::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
}

QSize StopReasonWidget::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const QSize hint = QWidget::minimumSizeHint();
    return {hint.width() - margins.left() - margins.right() + 2 * kMargin, hint.height()};
}

void StopReasonWidget::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int side = std::max(kMargin, (width() - m_theme.px(kWidest)) / 2);
    layout()->setContentsMargins(side, kMargin, side, kMargin);
}

}  // namespace psolog
