// SPDX-License-Identifier: GPL-3.0-or-later
// How the editor of a routine is laid out, and its words.
#include <array>
#include <utility>

#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>
#include <QVBoxLayout>

#include "gui/routines/routineeditor.h"
#include "gui/routines/stepform.h"
#include "gui/routines/steplist.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/pageheader.h"
#include "gui/widgets/segmentbar.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;
constexpr int kTwoColumns = 700;  ///< from this width on, at 100 % text
constexpr int kListHeight = 300;

Button* make(const char* name, const char* variant, QWidget* parent)
{
    auto* button = new Button({}, QString::fromLatin1(variant), parent);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

}  // namespace

RoutineEditor::RoutineEditor(Theme& theme, const PoseLibrary& poses, Store store, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_store(std::move(store)),
      m_draft(poses),
      m_header(new PageHeader(this)),
      m_undoButton(make("undoEditButton", "ghost", this)),
      m_redoButton(make("redoEditButton", "ghost", this)),
      m_closeButton(make("closeEditorButton", "secondary", this)),
      m_saveButton(make("saveRoutineButton", "primary", this)),
      m_leaveBanner(makeBanner("warn", this)),
      m_leaveLabel(makeLabel({}, "", m_leaveBanner)),
      m_leaveSaveButton(make("leaveSaveButton", "primary", m_leaveBanner)),
      m_discardButton(make("discardButton", "secondary", m_leaveBanner)),
      m_keepButton(make("keepEditingButton", "secondary", m_leaveBanner)),
      m_problem(makeLabel({}, "error", this)),
      m_nameLabel(makeLabel({}, "strong", this)),
      m_name(new QLineEdit(this)),
      m_nameError(makeLabel({}, "error", this)),
      m_directionLabel(makeLabel({}, "strong", this)),
      m_upwardButton(make("upwardButton", "chip", this)),
      m_downwardButton(make("downwardButton", "chip", this)),
      m_swapButton(make("swapSidesButton", "ghost", this)),
      m_total(makeLabel({}, "strong", this)),
      m_segments(new SegmentBar(theme, this)),
      m_columns(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_stepsLabel(makeLabel({}, "card-title", this)),
      m_stepsHint(makeLabel({}, "small", this)),
      m_steps(new StepList(theme, m_draft, this)),
      m_addSettleButton(make("addSettleButton", "secondary", this)),
      m_addZoneButton(make("addZoneButton", "secondary", this)),
      m_addSwitchButton(make("addSwitchButton", "secondary", this)),
      m_addRestButton(make("addRestButton", "secondary", this)),
      m_upButton(make("stepUpButton", "secondary", this)),
      m_downButton(make("stepDownButton", "secondary", this)),
      m_removeButton(make("removeStepButton", "secondary", this)),
      m_form(new StepForm(theme, poses, m_draft, this))
{
    nameWidgets();
    build();
    connectControls();
    retranslate();
}

void RoutineEditor::nameWidgets()
{
    m_name->setObjectName(QStringLiteral("routineNameLineEdit"));
    m_nameError->setObjectName(QStringLiteral("routineNameErrorLabel"));
    m_problem->setObjectName(QStringLiteral("routineProblemLabel"));
    m_leaveBanner->setObjectName(QStringLiteral("leaveEditorBanner"));
    m_total->setObjectName(QStringLiteral("routineTotalLabel"));
    m_segments->setObjectName(QStringLiteral("routineSegmentBar"));
    m_steps->setObjectName(QStringLiteral("stepListView"));
    m_form->setObjectName(QStringLiteral("stepForm"));
}

QWidget* RoutineEditor::makeHead()
{
    // Longer texts are accepted and said to be too long: what was pasted is not cut off silently.
    m_nameLabel->setBuddy(m_name);
    m_upwardButton->setCheckable(true);
    m_downwardButton->setCheckable(true);
    m_segments->setFont(m_theme.font(TextStyle::Small));
    connect(&m_theme, &Theme::changed, this, [this] { m_segments->setFont(m_theme.font(TextStyle::Small)); });
    auto* order = new FlowLayout(space::kS);
    m_directionLabel->setWordWrap(false);
    for (QWidget* widget : std::array<QWidget*, 4>{m_directionLabel, m_upwardButton, m_downwardButton, m_swapButton})
        order->addWidget(widget);
    auto* card = makeCard(this);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(space::kXs);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addWidget(m_nameError);
    column->addSpacing(space::kS);
    column->addLayout(order);
    column->addSpacing(space::kS);
    column->addWidget(m_total);
    column->addWidget(m_segments);
    return card;
}

QWidget* RoutineEditor::makeSteps()
{
    m_stepsLabel->setBuddy(m_steps);
    const auto fit = [this] { m_steps->setMinimumHeight(m_theme.px(kListHeight)); };
    fit();
    connect(&m_theme, &Theme::changed, this, fit);
    auto* moves = new FlowLayout(space::kS);
    for (Button* button : {m_upButton, m_downButton, m_removeButton})
        moves->addWidget(button);
    auto* adds = new FlowLayout(space::kS);
    for (Button* button : {m_addZoneButton, m_addSettleButton, m_addSwitchButton, m_addRestButton})
        adds->addWidget(button);
    auto* card = makeCard(this);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(space::kS);
    column->addWidget(m_stepsLabel);
    column->addWidget(m_stepsHint);
    column->addWidget(m_steps, 1);
    column->addLayout(moves);
    column->addLayout(adds);
    return card;
}

QWidget* RoutineEditor::makeLeaveBanner()
{
    auto* answers = new FlowLayout(space::kS);
    for (Button* button : {m_leaveSaveButton, m_discardButton, m_keepButton})
        answers->addWidget(button);
    auto* column = new QVBoxLayout(m_leaveBanner);
    column->setContentsMargins(space::kL, space::kM, space::kL, space::kM);
    column->setSpacing(space::kS);
    column->addWidget(m_leaveLabel);
    column->addLayout(answers);
    m_leaveBanner->hide();
    return m_leaveBanner;
}

void RoutineEditor::build()
{
    for (Button* button : {m_undoButton, m_redoButton, m_closeButton, m_saveButton})
        m_header->addAction(button);
    auto* formCard = makeCard(this);
    auto* inside = new QVBoxLayout(formCard);
    inside->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    inside->addWidget(m_form);
    m_columns->setSpacing(space::kL);
    m_columns->addWidget(makeSteps(), 1);
    m_columns->addWidget(formCard, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(34, 26, 34, 26);
    column->setSpacing(space::kM);
    column->addWidget(m_header);
    column->addWidget(makeLeaveBanner());
    column->addWidget(m_problem);
    column->addWidget(makeHead());
    column->addLayout(m_columns, 1);

    // The order of reading; the buttons of the head were made first and would come before the name.
    QWidget* before = m_saveButton;
    for (QWidget* widget : std::array<QWidget*, 8>{m_leaveSaveButton, m_discardButton, m_keepButton, m_name,
                                                   m_upwardButton, m_downwardButton, m_swapButton, m_steps}) {
        setTabOrder(before, widget);
        before = widget;
    }
    for (Button* button : {m_upButton, m_downButton, m_removeButton, m_addZoneButton, m_addSettleButton,
                           m_addSwitchButton, m_addRestButton}) {
        setTabOrder(before, button);
        before = button;
    }
}

void RoutineEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= m_theme.px(kTwoColumns);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void RoutineEditor::retranslate()
{
    m_header->setKicker(tr("Your own routine"));
    m_undoButton->setText(tr("Undo"));
    m_redoButton->setText(tr("Redo"));
    m_closeButton->setText(tr("Close"));
    m_saveButton->setText(tr("Save routine"));
    m_leaveLabel->setText(tr("This routine has changes that are not saved."));
    m_leaveSaveButton->setText(tr("Save them"));
    m_discardButton->setText(tr("Discard them"));
    m_keepButton->setText(tr("Keep editing"));
    m_nameLabel->setText(tr("&Name"));
    m_directionLabel->setText(tr("Direction"));
    m_upwardButton->setText(tr("Upward"));
    m_upwardButton->setAccessibleName(tr("Direction: upward, from low to high"));
    m_downwardButton->setText(tr("Downward"));
    m_downwardButton->setAccessibleName(tr("Direction: downward, from high to low"));
    m_swapButton->setText(tr("Swap left and right"));
    m_stepsLabel->setText(tr("S&teps"));
    m_stepsHint->setText(tr("Drag a step, or move it with Alt and the up and down keys."));
    m_steps->setAccessibleName(tr("Steps"));
    m_upButton->setText(tr("Move up"));
    m_downButton->setText(tr("Move down"));
    m_removeButton->setText(tr("Remove step"));
    m_addZoneButton->setText(tr("Add a zone"));
    m_addSettleButton->setText(tr("Add settling in"));
    m_addSwitchButton->setText(tr("Add a switch of sides"));
    m_addRestButton->setText(tr("Add a rest"));
    m_form->retranslate();
    follow();
}

}  // namespace psolog
