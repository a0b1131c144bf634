// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/sessioncard.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "gui/theme/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {
constexpr int kPadding = 20;
}

SessionCard::SessionCard(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel({}, "card-title", this)),
      m_fullScreen(new QCheckBox(this)),
      m_fullScreenHint(makeLabel({}, "small", this)),
      m_motionLabel(makeLabel({}, "strong", this)),
      m_motion(new QButtonGroup(this)),
      m_motionHint(makeLabel({}, "small", this))
{
    setObjectName(QStringLiteral("sessionCard"));
    setProperty("card", true);
    m_fullScreen->setObjectName(QStringLiteral("fullScreenCheckBox"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_fullScreen);
    column->addWidget(m_fullScreenHint);
    column->addSpacing(space::kXs);
    column->addWidget(m_motionLabel);
    auto* choices = new QWidget(this);
    auto* flow = new FlowLayout(space::kM, choices);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const auto& [choice, name] : NameTable<MotionChoice>::rows) {
        auto* button = new QRadioButton(choices);
        button->setObjectName(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))
                              + QStringLiteral("MotionRadioButton"));
        m_motion->addButton(button, static_cast<int>(choice));
        flow->addWidget(button);
    }
    column->addWidget(choices);
    column->addWidget(m_motionHint);
    retranslate();
    connect(m_fullScreen, &QCheckBox::toggled, this, &SessionCard::changed);
    connect(m_motion, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
}

void SessionCard::showSettings(const Settings& settings)
{
    const QSignalBlocker quietScreen(m_fullScreen);
    const QSignalBlocker quietMotion(m_motion);
    m_fullScreen->setChecked(settings.fullScreenSession);
    m_motion->button(static_cast<int>(settings.motion))->setChecked(true);
}

void SessionCard::fill(Settings& settings) const
{
    settings.fullScreenSession = m_fullScreen->isChecked();
    settings.motion = static_cast<MotionChoice>(m_motion->checkedId());
}

std::vector<QWidget*> SessionCard::focusOrder() const
{
    std::vector<QWidget*> order{m_fullScreen};
    for (const auto& [choice, name] : NameTable<MotionChoice>::rows)
        order.push_back(m_motion->button(static_cast<int>(choice)));
    return order;
}

void SessionCard::retranslate()
{
    m_title->setText(tr("Session"));
    m_fullScreen->setText(tr("Full s&creen while a session runs"));
    m_fullScreenHint->setText(tr("To be read from two metres away. The window comes back when it ends."));
    m_motionLabel->setText(tr("The figure"));
    m_motion->button(static_cast<int>(MotionChoice::System))->setText(tr("as the desktop asks"));
    m_motion->button(static_cast<int>(MotionChoice::Moving))->setText(tr("moves"));
    m_motion->button(static_cast<int>(MotionChoice::Still))->setText(tr("stands still"));
    m_motionHint->setText(tr("Moving, it goes from one position to the next. Standing still, it shows each position."));
}

}  // namespace psolog
