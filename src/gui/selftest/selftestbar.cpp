// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestbar.h"

#include "gui/guided/sessionbutton.h"
#include "gui/selftest/selftestwords.h"

namespace psolog {

SelfTestBar::SelfTestBar(Theme& theme, QWidget* parent)
    : SessionButtons(theme, parent),
      m_go(new SessionButton(theme, SessionButton::Kind::Primary, this)),
      m_pause(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_redo(new SessionButton(theme, SessionButton::Kind::Plain, this)),
      m_stop(new SessionButton(theme, SessionButton::Kind::Danger, this))
{
    m_go->setObjectName(QStringLiteral("goButton"));
    m_pause->setObjectName(QStringLiteral("pauseTestButton"));
    m_redo->setObjectName(QStringLiteral("redoButton"));
    m_stop->setObjectName(QStringLiteral("stopTestButton"));
    setButtons({m_go, m_pause, m_redo, m_stop});
    const auto sends = [this](SessionButton* button, TestAction action) {
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT acted(action); });
    };
    sends(m_go, TestAction::Primary);
    sends(m_redo, TestAction::Redo);
    sends(m_stop, TestAction::Cancel);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { Q_EMIT acted(m_waits ? TestAction::Resume : TestAction::Pause); });
}

void SelfTestBar::render(const SelfTestView& now, bool held)
{
    const bool introduction = now.part == TestStage::Introduction;
    m_waits = introduction ? held : now.allowed.resume;
    m_go->setWords(primaryWords(now), tr("Space"));
    m_go->setEnabled(now.primary != TestPrimary::None);
    m_pause->setWords(introduction ? (held ? tr("Count down") : tr("Wait")) : tr("Pause"), tr("P"));
    m_pause->setEnabled(introduction || now.allowed.pause);
    m_redo->setWords(tr("Rate again"), QStringLiteral("⌫"));
    m_redo->setAccessibleName(tr("Do the last reading again"));
    m_redo->setEnabled(now.allowed.redo);
    m_redo->setVisible(!introduction);
    m_stop->setWords(introduction ? tr("Back") : tr("Stop now"), tr("Esc"));
    m_stop->setEnabled(now.allowed.cancel);
    arrange();
}

QString SelfTestBar::primaryWords(const SelfTestView& now)
{
    switch (now.primary) {
    case TestPrimary::Start:
        return tr("Start test");
    case TestPrimary::Resume:
        return tr("Go on");
    case TestPrimary::TakeOffer:
        return now.offered ? tr("Take: %1").arg(SelfTestWords::of(*now.offered)) : tr("Take it");
    case TestPrimary::OfferAgain:
        return tr("Read them again");
    case TestPrimary::None:
        break;
    }
    return tr("Hands free");
}

}  // namespace psolog
