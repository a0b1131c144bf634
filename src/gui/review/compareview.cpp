// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/review/compareview.h"

#include <algorithm>
#include <utility>

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTableWidget>

#include "gui/body/sitewords.h"
#include "gui/review/comparecolumn.h"
#include "gui/review/comparewords.h"
#include "gui/rosterwords/rosterwords.h"
#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kSideMargin = 34;
constexpr int kBesideFrom = 680;  ///< px at 100 % text; narrower: one column above the other

}  // namespace

CompareView::CompareView(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("compareView"));
    build();
    retranslate();
}

CompareView::~CompareView() = default;

void CompareView::build()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kSideMargin, space::kL, kSideMargin, space::kXl);
    column->setSpacing(space::kM);
    m_kicker = makeLabel(QString(), "muted", content);
    m_title = makeLabel(QString(), "page-title", content);
    m_title->setObjectName(QStringLiteral("compareTitleLabel"));
    column->addWidget(m_kicker);
    column->addWidget(m_title);

    auto* choices = new QWidget(content);
    auto* flow = new FlowLayout(space::kS, choices);
    m_muscles = new QButtonGroup(this);
    for (std::size_t i = 0; i < kMuscleCount; ++i) {
        auto* chip = new Button(QString(), QStringLiteral("chip"), choices);
        chip->setObjectName(QStringLiteral("compareMuscle%1Button").arg(i));
        chip->setCheckable(true);
        m_muscles->addButton(chip, static_cast<int>(i));
        m_muscleButtons.at(i) = chip;
        flow->addWidget(chip);
    }
    m_muscleButtons.at(static_cast<std::size_t>(m_muscle))->setChecked(true);
    m_besideLabel = new QLabel(choices);
    m_beside = new QComboBox(choices);
    m_beside->setObjectName(QStringLiteral("besideComboBox"));
    m_beside->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_beside->setMinimumContentsLength(26);
    m_besideLabel->setBuddy(m_beside);
    flow->addWidget(m_besideLabel);
    flow->addWidget(m_beside);
    column->addWidget(choices);

    auto* both = new QWidget(content);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, both);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(space::kL);
    m_first = new CompareColumn(m_theme, QStringLiteral("first"), PeriodKind::FourWeeksBefore, both);
    m_second = new CompareColumn(m_theme, QStringLiteral("second"), PeriodKind::LastFourWeeks, both);
    m_columns->addWidget(m_first, 1);
    m_columns->addWidget(m_second, 1);
    column->addWidget(both);

    auto* card = makeCard(content);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(space::kS, space::kS, space::kS, space::kS);
    m_table = new QTableWidget(0, 4, card);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setProperty("bare", true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inside->addWidget(m_table);
    column->addWidget(card);
    m_caution = makeLabel(QString(), "muted", content);
    m_caution->setObjectName(QStringLiteral("compareCautionLabel"));
    column->addWidget(m_caution);
    column->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* root = new QVBoxLayout(this);
    root->setContentsMargins(0, 0, 0, 0);
    root->addWidget(scroll);

    connect(m_muscles, &QButtonGroup::idClicked, this, [this](int id) { setMuscle(static_cast<Muscle>(id)); });
    connect(m_beside, &QComboBox::activated, this, &CompareView::choose);
    for (CompareColumn* each : {m_first, m_second})
        connect(each, &CompareColumn::chosen, this, &CompareView::refresh);
    connect(&m_theme, &Theme::changed, this, [this] {
        place();
        fitTable();
    });
}

CompareView::Person CompareView::personOf(const ReviewedAthlete& athlete)
{
    return {athlete.entry.id, athleteLabel(athlete.entry.name), rowVerdictWords(athlete.row).text, athlete.log};
}

void CompareView::setFirst(const ReviewedAthlete& athlete, LocalDay today)
{
    m_person = personOf(athlete);
    m_today = today;
    if (m_other && m_other->id == m_person->id)
        m_other.reset();
    const Person& second = m_other ? *m_other : *m_person;
    m_first->setLog(m_person->name, m_person->log, today);
    m_second->setLog(second.name, second.log, today);
    fillChoices();
    refresh();
}

void CompareView::setSecond(const ReviewedAthlete& athlete)
{
    const bool wasTwo = twoAthletes();
    m_other = m_person && athlete.entry.id == m_person->id ? std::nullopt : std::optional(personOf(athlete));
    const std::optional<Person>& second = m_other ? m_other : m_person;
    if (second)
        m_second->setLog(second->name, second->log, m_today);
    // Two athletes are compared over the same days at first, one athlete over different ones.
    if (wasTwo != twoAthletes())
        m_first->setPeriod(twoAthletes() ? PeriodKind::LastFourWeeks : PeriodKind::FourWeeksBefore);
    if (wasTwo != twoAthletes())
        m_second->setPeriod(PeriodKind::LastFourWeeks);
    fillChoices();
    refresh();
}

void CompareView::setChoices(const std::vector<BesideChoice>& choices)
{
    m_choices = choices;
    fillChoices();
}

void CompareView::clear()
{
    m_person.reset();
    m_other.reset();
    for (CompareColumn* column : {m_first, m_second})
        column->setLog({}, nullptr, m_today);
    refresh();
}

void CompareView::fillChoices()
{
    const QSignalBlocker blocker(m_beside);
    m_beside->clear();
    m_beside->addItem(tr("Other days of the same runner"));
    int current = 0;
    for (const BesideChoice& choice : m_choices) {
        if (m_person && choice.id == m_person->id)
            continue;
        m_beside->addItem(choice.name.simplified(), QString::fromStdString(choice.id.toString()));
        if (m_other && m_other->id == choice.id)
            current = m_beside->count() - 1;
    }
    if (m_other && current == 0) {
        m_beside->addItem(m_other->name, QString::fromStdString(m_other->id.toString()));
        current = m_beside->count() - 1;
    }
    m_beside->setCurrentIndex(current);
    m_beside->setEnabled(m_beside->count() > 1);
}

void CompareView::choose(int index)
{
    const QString id = m_beside->itemData(index).toString();
    if (!id.isEmpty()) {
        Q_EMIT besideRequested(AthleteId(id.toStdString()));
        return fillChoices();  // until it is there
    }
    if (!m_other || !m_person)
        return;
    m_other.reset();
    m_second->setLog(m_person->name, m_person->log, m_today);
    m_first->setPeriod(PeriodKind::FourWeeksBefore);
    m_second->setPeriod(PeriodKind::LastFourWeeks);
    refresh();
}

void CompareView::setMuscle(Muscle muscle)
{
    m_muscle = muscle;
    m_muscleButtons.at(static_cast<std::size_t>(muscle))->setChecked(true);
    for (CompareColumn* column : {m_first, m_second})
        column->setMuscle(muscle);
    refresh();
}

void CompareView::refresh()
{
    int days = 1;
    for (const CompareColumn* column : {m_first, m_second})
        if (column->facts())
            days = std::max(days, column->facts()->length());
    for (CompareColumn* column : {m_first, m_second})
        column->setScale(days);

    const CompareSide first{m_first->facts(), m_person ? m_person->verdict : QString()};
    const CompareSide second{m_second->facts(), m_other ? m_other->verdict : first.verdict};
    m_title->setText(compareTitle(first, second, twoAthletes()));
    m_caution->setText(compareCaution(twoAthletes()));
    const auto rows = compareRows(first, second, twoAthletes());
    const auto heading = [&](const CompareColumn& column) {
        return twoAthletes() ? tr("%1: %2").arg(column.name().left(40), column.periodWords()) : column.periodWords();
    };
    m_table->setHorizontalHeaderLabels({tr("Fact"), heading(*m_first), heading(*m_second), tr("Difference")});
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const CompareRow& words = rows.at(static_cast<std::size_t>(row));
        int cell = 0;
        for (const QString& text : {words.fact, words.first, words.second, words.difference}) {
            auto* item = new QTableWidgetItem(text);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            m_table->setItem(row, cell++, item);
        }
    }
    fitTable();
}

void CompareView::fitTable()
{
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    for (int row = 0; row < m_table->rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
}

void CompareView::place()
{
    const bool beside = width() - 2 * kSideMargin >= m_theme.px(kBesideFrom);
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
    fitTable();
}

std::optional<NoteDays> CompareView::days() const
{
    if (!m_first->facts())
        return std::nullopt;
    return NoteDays{m_first->facts()->days.first, m_first->facts()->days.last};
}

QWidget& CompareView::focusTarget() const
{
    return *m_muscleButtons.at(static_cast<std::size_t>(m_muscle));
}

void CompareView::retranslate()
{
    m_kicker->setText(tr("Side by side"));
    for (std::size_t i = 0; i < kMuscleCount; ++i)
        m_muscleButtons.at(i)->setText(muscleLabel(static_cast<Muscle>(i)));
    m_besideLabel->setText(tr("Beside"));
    m_beside->setAccessibleName(tr("What stands beside"));
    m_table->setAccessibleName(tr("Facts of both"));
    for (CompareColumn* column : {m_first, m_second})
        column->retranslate();
    fillChoices();
    refresh();
}

}  // namespace psolog
