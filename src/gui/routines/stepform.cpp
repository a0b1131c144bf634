// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/routines/stepform.h"

#include <algorithm>
#include <array>

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "gui/body/figurewidget.h"
#include "gui/routines/routinedraft.h"
#include "gui/routines/routinewords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"

namespace psolog {

namespace {

constexpr int kFigureHeight = 120;
constexpr int kCueLines = 3;
constexpr int kTimeStep = 5;

template <class E>
void fill(QComboBox* combo)
{
    const QSignalBlocker quiet(combo);
    const int before = std::max(0, combo->currentIndex());
    combo->clear();
    for (const auto& row : NameTable<E>::rows)
        combo->addItem(RoutineWords::of(row.value), static_cast<int>(row.value));
    combo->setCurrentIndex(before);
}

/// A label above its field, for a row that wraps.
QWidget* pairOf(QLabel* label, QWidget* field, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(label);
    column->addWidget(field);
    label->setBuddy(field);
    return box;
}

}  // namespace

StepForm::StepForm(Theme& theme, const PoseLibrary& poses, RoutineDraft& draft, QWidget* parent)
    : QWidget(parent),
      m_draft(draft),
      m_poses(poses),
      m_title(makeLabel({}, "card-title", this)),
      m_kindLabel(makeLabel({}, "strong", this)),
      m_kind(new QComboBox(this)),
      m_zoneLabel(makeLabel({}, "strong", this)),
      m_zone(new QComboBox(this)),
      m_sideLabel(makeLabel({}, "strong", this)),
      m_side(new QComboBox(this)),
      m_secondsLabel(makeLabel({}, "strong", this)),
      m_seconds(new QSpinBox(this)),
      m_time(makeLabel({}, "muted", this)),
      m_secondsError(makeLabel({}, "error", this)),
      m_cueLabel(makeLabel({}, "strong", this)),
      m_cue(new QPlainTextEdit(this)),
      m_cueLength(makeLabel({}, "small", this)),
      m_cueError(makeLabel({}, "error", this)),
      m_cueWarning(makeBadge({}, "warn", this)),
      m_poseLabel(makeLabel({}, "strong", this)),
      m_pose(new QComboBox(this)),
      m_poseError(makeLabel({}, "error", this)),
      m_figure(new FigureWidget(theme, poses, this))
{
    m_kind->setObjectName(QStringLiteral("stepKindComboBox"));
    m_zone->setObjectName(QStringLiteral("stepZoneComboBox"));
    m_side->setObjectName(QStringLiteral("stepSideComboBox"));
    m_seconds->setObjectName(QStringLiteral("stepSecondsSpinBox"));
    m_time->setObjectName(QStringLiteral("stepTimeLabel"));
    m_secondsError->setObjectName(QStringLiteral("stepSecondsErrorLabel"));
    m_cue->setObjectName(QStringLiteral("stepCueEdit"));
    m_cueLength->setObjectName(QStringLiteral("stepCueLengthLabel"));
    m_cueError->setObjectName(QStringLiteral("stepCueErrorLabel"));
    m_cueWarning->setObjectName(QStringLiteral("stepCueWarningLabel"));
    m_pose->setObjectName(QStringLiteral("stepPoseComboBox"));
    m_poseError->setObjectName(QStringLiteral("stepPoseErrorLabel"));
    m_figure->setObjectName(QStringLiteral("stepFigure"));
    build(theme, poses);
    retranslate();
    connectFields();
    follow();
}

void StepForm::build(Theme& theme, const PoseLibrary& /*poses*/)
{
    m_seconds->setRange(1, static_cast<int>(kMaxStepSeconds.count()));
    m_seconds->setSingleStep(kTimeStep);
    m_cue->setTabChangesFocus(true);
    const auto fitCue = [this, &theme] {
        const int line = QFontMetrics(theme.font(TextStyle::Body)).lineSpacing();
        m_cue->setFixedHeight(kCueLines * line + theme.px(space::kXl));
        m_figure->setPreferredHeight(theme.px(kFigureHeight));
    };
    fitCue();
    connect(&theme, &Theme::changed, this, fitCue);
    m_figure->setMinimumHeight(kFigureHeight);
    for (QComboBox* combo : {m_kind, m_zone, m_side, m_pose})
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (QLabel* label : {m_kindLabel, m_zoneLabel, m_sideLabel, m_secondsLabel, m_time})
        label->setWordWrap(false);

    auto* what = new FlowLayout(space::kM);
    what->addWidget(pairOf(m_kindLabel, m_kind, this));
    what->addWidget(pairOf(m_zoneLabel, m_zone, this));
    what->addWidget(pairOf(m_sideLabel, m_side, this));
    what->addWidget(pairOf(m_secondsLabel, m_seconds, this));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addWidget(m_title);
    column->addSpacing(space::kS);
    column->addLayout(what);
    column->addWidget(m_time);
    column->addWidget(m_secondsError);
    column->addSpacing(space::kS);
    column->addWidget(m_cueLabel);
    column->addWidget(m_cue);
    column->addWidget(m_cueLength);
    column->addWidget(m_cueError);
    column->addWidget(m_cueWarning, 0, Qt::AlignLeft);
    column->addSpacing(space::kS);
    column->addWidget(m_poseLabel);
    column->addWidget(m_pose);
    column->addWidget(m_poseError);
    column->addWidget(m_figure, 1);
    m_cueLabel->setBuddy(m_cue);
    m_poseLabel->setBuddy(m_pose);
}

void StepForm::connectFields()
{
    connect(m_kind, &QComboBox::activated, this,
            [this] { m_draft.setKind(static_cast<StepKind>(m_kind->currentData().toInt())); });
    connect(m_zone, &QComboBox::activated, this,
            [this] { m_draft.setZone(static_cast<Zone>(m_zone->currentData().toInt())); });
    connect(m_side, &QComboBox::activated, this,
            [this] { m_draft.setSide(static_cast<BodySide>(m_side->currentData().toInt())); });
    connect(m_seconds, &QSpinBox::valueChanged, this, [this](int seconds) { m_draft.setDuration(Seconds(seconds)); });
    connect(m_cue, &QPlainTextEdit::textChanged, this, [this] {
        // A cue is one line; Enter in the field would only make it unusable.
        m_draft.setCue(m_cue->toPlainText().replace(QLatin1Char('\n'), QLatin1Char(' ')).toStdString());
    });
    connect(m_pose, &QComboBox::activated, this,
            [this] { m_draft.setPose(m_pose->currentData().toString().toStdString()); });
    connect(&m_draft, &RoutineDraft::changed, this, &StepForm::follow);
}

void StepForm::follow()
{
    const RoutineStep* step = m_draft.currentStep();
    setEnabled(step != nullptr);
    if (step == nullptr) {
        m_title->setText(tr("No step"));
        m_cueWarning->hide();
        return;
    }
    m_title->setText(tr("Step %1: %2").arg(m_draft.current() + 1).arg(RoutineWords::stepTitle(*step)));
    const QSignalBlocker quietSeconds(m_seconds);
    const QSignalBlocker quietCue(m_cue);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(step->kind)));
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(static_cast<int>(step->zone.value_or(Zone::Low)))));
    m_zone->setEnabled(step->kind == StepKind::Zone);
    m_zoneLabel->setEnabled(step->kind == StepKind::Zone);
    m_side->setCurrentIndex(m_side->findData(static_cast<int>(step->side)));
    const auto seconds = static_cast<int>(step->duration.count());
    if (m_seconds->value() != seconds)
        m_seconds->setValue(seconds);
    m_time->setText(tr("%1 minutes, of %2 together")
                        .arg(minutesSeconds(step->duration), minutesSeconds(m_draft.routine().total())));
    // Set only when it differs, so that the cursor stays where it is while typing.
    const QString cue = QString::fromStdString(step->cue);
    if (m_cue->toPlainText().replace(QLatin1Char('\n'), QLatin1Char(' ')) != cue)
        m_cue->setPlainText(cue);
    m_cueLength->setText(RoutineWords::cueLength(step->cue));
    choosePose(step->pose);
    showIssues();
}

void StepForm::choosePose(const std::string& pose)
{
    const QString name = QString::fromStdString(pose);
    if (m_pose->findData(name) < 0)
        m_pose->addItem(RoutineWords::pose(pose), name);
    m_pose->setCurrentIndex(m_pose->findData(name));
    m_figure->setPose(pose);
}

void StepForm::showIssues()
{
    const auto show = [&](QLabel* label, QWidget* field, RoutineField which) {
        QString words;
        for (const RoutineIssue& issue : m_draft.issues())
            if (issue.step && static_cast<int>(*issue.step) == m_draft.current() && issue.field == which)
                words = RoutineWords::fieldProblem(issue);
        label->setText(words);
        label->setVisible(!words.isEmpty());
        field->setAccessibleDescription(words);
        if (field->property("invalid").toBool() != !words.isEmpty())
            setLook(field, "invalid", !words.isEmpty());
    };
    show(m_secondsError, m_seconds, RoutineField::Duration);
    show(m_cueError, m_cue, RoutineField::Cue);
    show(m_poseError, m_pose, RoutineField::Pose);
    const RoutineStep* const step = m_draft.currentStep();
    const QString warning = step == nullptr ? QString() : RoutineWords::cueWarning(*step);
    m_cueWarning->setText(warning);
    m_cueWarning->setVisible(!warning.isEmpty());
    if (m_cueError->text().isEmpty())
        m_cue->setAccessibleDescription(warning);
}

void StepForm::fillChoices()
{
    fill<StepKind>(m_kind);
    fill<Zone>(m_zone);
    fill<BodySide>(m_side);
    const QSignalBlocker quiet(m_pose);
    m_pose->clear();
    for (const std::string& pose : RoutineWords::releasePoses())
        if (m_poses.contains(pose))
            m_pose->addItem(RoutineWords::pose(pose), QString::fromStdString(pose));
}

void StepForm::retranslate()
{
    m_kindLabel->setText(tr("&Kind"));
    m_zoneLabel->setText(tr("&Zone"));
    m_sideLabel->setText(tr("S&ide"));
    m_secondsLabel->setText(tr("Secon&ds"));
    m_seconds->setSuffix(tr(" s", "seconds"));
    m_cueLabel->setText(tr("What is said and s&hown"));
    m_poseLabel->setText(tr("&Picture"));
    fillChoices();
    follow();
}

}  // namespace psolog
