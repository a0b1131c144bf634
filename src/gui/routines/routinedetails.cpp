// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/routinedetails.h"

#include <algorithm>

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/routines/routinewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"
#include "gui/widgets/segmentbar.h"

namespace psolog {

namespace {

constexpr int kFigureHeight = 130;
/// More steps than this are counted, not listed.
constexpr int kListedSteps = 16;

Button* make(const char* name, const char* variant, QWidget* parent)
{
    auto* button = new Button({}, QString::fromLatin1(variant), parent);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

}  // namespace

RoutineDetails::RoutineDetails(Theme& theme, const PoseLibrary& poses, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_figure(new FigureWidget(theme, poses, this)),
      m_badge(makeBadge({}, "neutral", this)),
      m_proposedBadge(makeBadge({}, "good", this)),
      m_title(makeLabel({}, "card-title", this)),
      m_purpose(makeLabel({}, "", this)),
      m_reason(makeLabel({}, "muted", this)),
      m_facts(makeLabel({}, "muted", this)),
      m_segments(new SegmentBar(theme, this)),
      m_steps(new QGridLayout),
      m_shippedHint(makeLabel({}, "small", this)),
      m_useButton(make("useRoutineButton", "primary", this)),
      m_editButton(make("editRoutineButton", "secondary", this)),
      m_duplicateButton(make("duplicateRoutineButton", "secondary", this)),
      m_exportButton(make("exportRoutineButton", "secondary", this)),
      m_deleteButton(make("deleteRoutineButton", "secondary", this))
{
    m_title->setObjectName(QStringLiteral("routineTitleLabel"));
    m_proposedBadge->setObjectName(QStringLiteral("routineProposedBadge"));
    m_facts->setObjectName(QStringLiteral("routineFactsLabel"));
    m_segments->setFont(theme.font(TextStyle::Small));
    connect(&theme, &Theme::changed, this, [this] { m_segments->setFont(m_theme.font(TextStyle::Small)); });
    m_figure->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto fit = [this] { m_figure->setPreferredHeight(m_theme.px(kFigureHeight)); };
    fit();
    connect(&theme, &Theme::changed, this, fit);
    m_steps->setHorizontalSpacing(space::kM);
    m_steps->setVerticalSpacing(space::kXs);
    m_steps->setColumnStretch(0, 1);
    connect(m_useButton, &QPushButton::clicked, this, &RoutineDetails::useRequested);
    connect(m_editButton, &QPushButton::clicked, this, &RoutineDetails::editRequested);
    connect(m_duplicateButton, &QPushButton::clicked, this, &RoutineDetails::duplicateRequested);
    connect(m_exportButton, &QPushButton::clicked, this, &RoutineDetails::exportRequested);
    connect(m_deleteButton, &QPushButton::clicked, this, &RoutineDetails::deleteRequested);

    auto* badges = new FlowLayout(space::kS);
    badges->addWidget(m_badge);
    badges->addWidget(m_proposedBadge);
    auto* buttons = new FlowLayout(space::kS);
    for (Button* button : {m_useButton, m_editButton, m_duplicateButton, m_exportButton, m_deleteButton})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    column->addLayout(badges);
    column->addWidget(m_title);
    column->addWidget(m_purpose);
    column->addWidget(m_reason);
    column->addWidget(m_figure);
    column->addWidget(m_facts);
    column->addWidget(m_segments);
    column->addLayout(m_steps);
    column->addSpacing(space::kS);
    column->addLayout(buttons);
    column->addWidget(m_shippedHint);
    column->addStretch(1);
    retranslate();
}

void RoutineDetails::showSteps(const Routine& routine)
{
    std::vector<Segment> segments;
    for (const RoutineStep& step : routine.steps)
        segments.push_back({RoutineWords::stepLabel(step), static_cast<double>(step.duration.count())});
    m_segments->setSegments(segments);
    while (QLayoutItem* item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](int row, const QString& name, const QString& time) {
        m_steps->addWidget(makeLabel(name, "", this), row, 0);
        auto* right = makeLabel(time, "muted", this);
        right->setAlignment(Qt::AlignRight | Qt::AlignTop);
        right->setWordWrap(false);
        m_steps->addWidget(right, row, 1);
    };
    const int count = static_cast<int>(routine.steps.size());
    const int listed = count > kListedSteps ? kListedSteps - 1 : count;
    Seconds rest = routine.total();
    for (int i = 0; i < listed; ++i) {
        const RoutineStep& step = routine.steps[static_cast<std::size_t>(i)];
        rest -= step.duration;
        add(i, RoutineWords::stepTitle(step), minutesSeconds(step.duration));
    }
    if (listed < count)
        add(listed, tr("and %n more step(s)", "", count - listed), minutesSeconds(rest));
}

void RoutineDetails::show(const StoredRoutine& stored, bool chosen, const QString& proposedFor)
{
    const bool sameSteps = m_shown && m_shown->routine == stored.routine;
    m_shown = stored;
    m_chosen = chosen;
    m_proposedFor = proposedFor;
    const Routine& routine = stored.routine;
    m_badge->setText(chosen ? tr("In use") : stored.shipped ? tr("Comes with the program") : tr("Your own"));
    setBadgeTone(m_badge, chosen ? "good" : "neutral");
    m_proposedBadge->setVisible(!proposedFor.isEmpty());
    m_reason->setVisible(!proposedFor.isEmpty());
    m_reason->setText(proposedFor);
    m_title->setText(routineText(routine.name));
    m_purpose->setText(RoutineWords::purpose(stored));
    m_facts->setText(tr("%1 minutes · %2").arg(minutesSeconds(routine.total()), RoutineWords::facts(routine)));
    const auto zone = std::find_if(routine.steps.begin(), routine.steps.end(),
                                   [](const RoutineStep& step) { return step.kind == StepKind::Zone; });
    m_figure->setPose(zone == routine.steps.end() ? routine.steps.front().pose : zone->pose);
    if (!sameSteps)
        showSteps(routine);
    m_useButton->setEnabled(!chosen);
    m_editButton->setEnabled(!stored.shipped);
    m_deleteButton->setEnabled(!stored.shipped);
    m_shippedHint->setVisible(stored.shipped);
    m_editButton->setAccessibleDescription(stored.shipped ? m_shippedHint->text() : QString());
    m_deleteButton->setAccessibleDescription(m_editButton->accessibleDescription());
}

void RoutineDetails::retranslate()
{
    m_proposedBadge->setText(tr("Proposed for you"));
    m_shippedHint->setText(tr("It comes with the program and stays as it is: duplicate it to change it."));
    m_useButton->setText(tr("&Use this routine"));
    m_editButton->setText(tr("&Edit"));
    m_duplicateButton->setText(tr("&Duplicate"));
    m_exportButton->setText(tr("E&xport\u2026"));
    m_deleteButton->setText(tr("De&lete"));
    if (const auto shown = m_shown) {
        m_shown.reset();
        show(*shown, m_chosen, m_proposedFor);
    }
}

}  // namespace psolog
