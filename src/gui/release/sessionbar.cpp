// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/release/sessionbar.h"

#include "gui/guided/sessionbutton.h"
#include "gui/release/releasewords.h"

namespace psolog {

SessionBar::SessionBar(Theme& theme, QWidget* parent)
    : SessionButtons(theme, parent),
      m_primary(new SessionButton(theme, SessionButton::Kind::Primary, this)),
      m_pause(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_back(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_skip(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_stop(new SessionButton(theme, SessionButton::Kind::Danger, this))
{
    setButtons({m_primary, m_pause, m_back, m_skip, m_stop});
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

}  // namespace psolog
