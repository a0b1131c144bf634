// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/selftest/selftestoverview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/selftest/selftestwords.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"

namespace psolog {

namespace {
constexpr std::size_t kShownResults = 5;
}

SelfTestOverview::SelfTestOverview(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_header(new PageHeader(this)), m_note(makeLabel({}, "small", this))
{
    auto* cards = new QHBoxLayout;
    cards->setSpacing(space::kL);
    cards->addWidget(buildCard(m_glute, SelfTestKind::GluteActivation), 1);
    cards->addWidget(buildCard(m_tilt, SelfTestKind::PelvicTilt), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kL);
    layout->addWidget(m_header);
    layout->addLayout(cards, 1);
    layout->addWidget(m_note);
    retranslate();
}

QWidget* SelfTestOverview::buildCard(Card& card, SelfTestKind kind)
{
    const bool glute = kind == SelfTestKind::GluteActivation;
    auto* frame = makeCard(this);
    auto* figure = new FigureWidget(m_services.theme, m_services.poses, frame);
    figure->setPose(glute ? "prone-lift-left" : "stand-tucked");
    figure->setMinimumHeight(150);
    figure->setPreferredHeight(150);
    figure->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    card.title = makeLabel({}, "card-title", frame);
    card.text = makeLabel({}, "muted", frame);
    card.last = makeLabel({}, "strong", frame);
    card.results = makeLabel({}, "small", frame);
    card.start = new Button(frame);
    card.start->setVariant(QStringLiteral("primary"));
    card.start->setObjectName(glute ? QStringLiteral("startGluteButton") : QStringLiteral("startTiltButton"));
    card.start->setKeyHint(glute ? tr("G") : tr("V"));
    card.learn = new Button(frame);
    card.learn->setVariant(QStringLiteral("ghost"));
    card.learn->setObjectName(glute ? QStringLiteral("learnGluteButton") : QStringLiteral("learnTiltButton"));
    connect(card.start, &QPushButton::clicked, this, [this, kind] { Q_EMIT startRequested(kind); });
    connect(card.learn, &QPushButton::clicked, this, [this, kind] { Q_EMIT learnRequested(kind); });
    auto* key = new QShortcut(QKeySequence(glute ? Qt::Key_G : Qt::Key_V), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, [this, kind, start = card.start] {
        if (start->isEnabled())
            Q_EMIT startRequested(kind);
    });

    auto* buttons = new FlowLayout(10);
    buttons->addWidget(card.start);
    buttons->addWidget(card.learn);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(space::kS);
    layout->addWidget(figure, 1);
    layout->addWidget(card.title);
    layout->addWidget(card.text);
    layout->addSpacing(space::kS);
    layout->addWidget(card.last);
    layout->addWidget(card.results);
    layout->addSpacing(space::kS);
    layout->addLayout(buttons);
    return frame;
}

void SelfTestOverview::retranslate()
{
    m_header->setKicker(tr("Self-tests"));
    m_header->setTitle(tr("Do your glutes answer?"));
    m_glute.title->setText(tr("Glute activation"));
    m_glute.text->setText(tr("Face down, lift one leg at a time, a hand on its glute. Does it contract? Is there a difference between the sides?"));
    m_glute.start->setText(tr("Start test"));
    m_glute.start->setAccessibleName(tr("Start the glute activation test"));
    m_glute.learn->setText(tr("How it works"));
    m_glute.learn->setAccessibleName(tr("How the glute activation test works"));
    m_tilt.title->setText(tr("Pelvic tilt"));
    m_tilt.text->setText(tr("Standing: squeeze the glutes with the back arched, then with the pelvis tucked. How much does the tilt matter?"));
    m_tilt.start->setText(tr("Start test"));
    m_tilt.start->setAccessibleName(tr("Start the pelvic tilt test"));
    m_tilt.learn->setText(tr("How it works"));
    m_tilt.learn->setAccessibleName(tr("How the pelvic tilt test works"));
    m_note->setText(tr("Once a week is enough. Nobody has studied a runner’s own hand: repeat the test, and trust the spread more than one number. "
                       "Not medical advice."));
}

void SelfTestOverview::focusFirst()
{
    m_glute.start->setFocus();
}

void SelfTestOverview::refresh()
{
    refresh(m_glute, SelfTestKind::GluteActivation);
    refresh(m_tilt, SelfTestKind::PelvicTilt);
}

void SelfTestOverview::refresh(Card& card, SelfTestKind kind)
{
    const bool writable = !m_services.file.readOnly();
    card.start->setEnabled(writable);
    const auto tests = m_services.selfTests.latest(kind, kShownResults);
    if (!tests || tests->empty()) {
        card.last->setText(tests ? tr("Not done yet") : tr("The results cannot be read"));
        card.results->clear();
        return;
    }
    const LocalDay today = m_services.today();
    card.last->setText(tr("Last: %1").arg(relativeDay(tests->front().recorded.day, today)));
    QStringList lines;
    for (const SelfTest& test : *tests)
        lines << tr("%1: %2").arg(shortDate(test.recorded.day, today), SelfTestWords::brief(summarise(test)));
    card.results->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace psolog
