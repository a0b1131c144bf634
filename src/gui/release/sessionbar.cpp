// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/sessionbar.h"

#include <algorithm>

#include <QEvent>
#include <QMouseEvent>

#include "gui/guided/sessionbutton.h"
#include "gui/release/releasewords.h"
#include "gui/theme/theme.h"

namespace psolog {

namespace {
constexpr int kGap = 14;
constexpr double kLowRow = 0.78;  ///< height of a button where two rows are needed, of its own height
}  // namespace

SessionBar::SessionBar(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_primary(new SessionButton(theme, SessionButton::Kind::Primary, this)),
      m_pause(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_back(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_skip(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_stop(new SessionButton(theme, SessionButton::Kind::Danger, this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_primary->setObjectName(QStringLiteral("primaryButton"));
    m_pause->setObjectName(QStringLiteral("pauseButton"));
    m_back->setObjectName(QStringLiteral("backButton"));
    m_skip->setObjectName(QStringLiteral("skipButton"));
    m_stop->setObjectName(QStringLiteral("stopButton"));
    const auto sends = [this](SessionButton* button, ReleaseAction action) {
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
    };
    sends(m_primary, ReleaseAction::Primary);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(m_waits ? ReleaseAction::Resume : ReleaseAction::Pause); });
    sends(m_back, ReleaseAction::StepBack);
    sends(m_skip, ReleaseAction::Skip);
    sends(m_stop, ReleaseAction::Stop);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        arrange();
    });
}

void SessionBar::render(const ReleaseFlow::Snapshot& now, const ReadyCountdown& ready)
{
    const bool isReady = now.stage == ReleaseFlow::Stage::Ready;
    m_waits = isReady ? ready.isHeld() : false;
    m_primary->setWords(ReleaseWords::of(now.primary), tr("Space"));
    m_pause->setWords(!isReady ? tr("Pause") : m_waits ? tr("Count down") : tr("Wait"), tr("P"));
    m_back->setWords(tr("Back"), QStringLiteral("←"));
    m_skip->setWords(tr("Skip"), QStringLiteral("→"));
    m_stop->setWords(isReady ? tr("Cancel") : tr("Stop now"), tr("Esc"));
    m_primary->setEnabled(now.allowed.primary);
    m_pause->setEnabled(now.allowed.pause || isReady);
    m_back->setEnabled(now.allowed.stepBack);
    m_skip->setEnabled(now.allowed.skip);
    m_stop->setEnabled(now.allowed.stop || isReady);
    arrange();
}

int SessionBar::widthOf(const Row& row)
{
    int width = kGap * (static_cast<int>(row.size()) - 1);
    for (const SessionButton* button : row)
        width += button->sizeHint().width();
    return width;
}

std::vector<SessionBar::Row> SessionBar::rows(int width) const
{
    const Row all{m_primary, m_pause, m_back, m_skip, m_stop};
    if (widthOf(all) <= width)
        return {all};
    return {{m_primary, m_stop}, {m_pause, m_back, m_skip}};
}

int SessionBar::rowHeight(int count) const
{
    const int full = m_primary->sizeHint().height();
    return count == 1 ? full : static_cast<int>(full * kLowRow);
}

int SessionBar::heightForWidth(int width) const
{
    const auto count = static_cast<int>(rows(width).size());
    return count * rowHeight(count) + (count - 1) * kGap;
}

QSize SessionBar::sizeHint() const
{
    return {widthOf({m_primary, m_pause, m_back, m_skip, m_stop}), m_primary->sizeHint().height()};
}

QSize SessionBar::minimumSizeHint() const
{
    return {std::max(widthOf({m_primary, m_stop}), widthOf({m_pause, m_back, m_skip})), m_primary->sizeHint().height()};
}

void SessionBar::arrange()
{
    int top = 0;
    const auto all = rows(width());
    const int high = rowHeight(static_cast<int>(all.size()));
    for (const Row& row : all) {
        // The first button, which is the big one where there are five, takes most of what is left over.
        const int spare = std::max(0, width() - widthOf(row));
        const int share = spare / (static_cast<int>(row.size()) + 1);
        int left = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool last = i + 1 == row.size();
            const int wide = last
                ? width() - left
                : row[i]->sizeHint().width() + (i == 0 ? spare - share * (static_cast<int>(row.size()) - 1) : share);
            row[i]->setGeometry(left, top, wide, high);
            left += wide + kGap;
        }
        top += high + kGap;
    }
}

bool SessionBar::event(QEvent* event)
{
    // A button got a longer word: the rows may break elsewhere.
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void SessionBar::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void SessionBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace psolog
