// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendspage.h"

#include <algorithm>

#include <QAction>
#include <QButtonGroup>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStandardPaths>
#include <QTableView>

#include "gui/body/sitewords.h"
#include "gui/charts/selftestchart.h"
#include "gui/charts/sorenesschart.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/trends/findingcard.h"
#include "gui/trends/musclegrid.h"
#include "gui/trends/signscard.h"
#include "gui/trends/splitrow.h"
#include "gui/trends/trendexport.h"
#include "gui/trends/trendtablemodel.h"
#include "gui/trends/trendwords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

namespace {

constexpr int kSheetWidth = 1120;
constexpr int kSheetChartHeight = 560;
constexpr int kSheetMargin = 24;
constexpr int kSheetCaption = 28;

std::vector<Site> everySite()
{
    const auto sites = allSites();
    return {sites.begin(), sites.end()};
}

DayRange toDayRange(const LogSpan& span)
{
    return {span.first.number(), span.last.number()};
}

/// Whether any of the sites has a score in these days.
bool hasScores(const TrendRows& rows, DayRange days)
{
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (rows.day(row).day >= days.first && rows.day(row).day <= days.last)
            for (std::size_t site = 0; site < rows.sites().size(); ++site)
                if (rows.cell(row, site).count > 0)
                    return true;
    return false;
}

QString suffixOf(TrendsPage::ExportKind kind)
{
    switch (kind) {
    case TrendsPage::ExportKind::Png:
        return QStringLiteral("png");
    case TrendsPage::ExportKind::Pdf:
        return QStringLiteral("pdf");
    case TrendsPage::ExportKind::Csv:
        return QStringLiteral("csv");
    }
    return {};
}

}  // namespace

TrendsPage::TrendsPage(Services& services, QWidget* parent)
    : Page(services, parent),
      m_data(services.trends, services.selfTests)
{
    setObjectName(QStringLiteral("trendsPage"));
    buildHeader();
    buildChips();
    buildContent();
    buildShortcuts();
    connect(m_chart, &TimeChart::visibleDaysChanged, this, [this] {
        refreshKicker();
        refreshTable();
    });
    connect(m_grid, &MuscleGrid::visibleDaysChanged, this, [this] {
        refreshKicker();
        refreshTable();
    });
    connect(m_gluteChart, &TimeChart::visibleDaysChanged, this, [this] {
        if (m_tiltChart->visibleDays() != m_gluteChart->visibleDays())
            m_tiltChart->showView(*m_gluteChart);
        refreshKicker();
        refreshTable();
    });
    connect(m_tiltChart, &TimeChart::visibleDaysChanged, this, [this] {
        if (m_gluteChart->visibleDays() != m_tiltChart->visibleDays())
            m_gluteChart->showView(*m_tiltChart);
    });
    connect(m_chart, &SorenessChart::sideToggled, this, [this] { refreshFinding(); });
    connect(m_grid, &MuscleGrid::muscleChosen, this, &TrendsPage::setMuscle);
    connect(&services.changes, &LogChanges::logChanged, this, [this] {
        if (isVisible())
            reload();
    });
    retranslate();
}

TrendsPage::~TrendsPage() = default;

void TrendsPage::activate()
{
    reload();
    if (m_empty)
        m_emptyButton->setFocus();
    else if (m_table)
        m_tableView->setFocus();
    else
        leadingChart().setFocus();
}

void TrendsPage::reload()
{
    if (const auto read = m_data.reload(services().today()); !read)
        return showError(read.error());
    refresh();
}

void TrendsPage::setView(View view)
{
    if (m_view == view)
        return;
    m_view = view;
    refresh();
}

void TrendsPage::setMuscle(Muscle muscle)
{
    m_view = View::Muscle;
    m_muscle = muscle;
    refresh();
}

void TrendsPage::setRange(TrendRange range)
{
    m_range = range;
    refresh();
}

void TrendsPage::setTableShown(bool shown)
{
    if (m_table == shown)
        return;
    const bool focused = m_stack->isAncestorOf(focusWidget());
    m_table = shown;
    m_tableButton->setChecked(shown);
    showContent();
    refreshTable();
    if (focused && !m_empty) {
        if (shown)
            m_tableView->setFocus();
        else
            leadingChart().setFocus();
    }
}

TimeChart& TrendsPage::leadingChart() const
{
    switch (m_view) {
    case View::Muscle:
        return *m_chart;
    case View::AllMuscles:
        return m_grid->chart(Muscle::Hamstring);
    case View::SelfTests:
        return *m_gluteChart;
    }
    return *m_chart;
}

DayRange TrendsPage::visibleDays() const
{
    return leadingChart().visibleDays();
}

void TrendsPage::refresh()
{
    m_errorBanner->hide();
    m_rangeButtons[static_cast<std::size_t>(m_range)]->setChecked(true);
    if (m_view == View::AllMuscles)
        m_allButton->setChecked(true);
    else if (m_view == View::SelfTests)
        m_testsButton->setChecked(true);
    else
        m_muscleButtons[static_cast<std::size_t>(m_muscle)]->setChecked(true);

    m_empty = false;
    bool read = false;
    switch (m_view) {
    case View::Muscle:
        read = refreshMuscle();
        break;
    case View::AllMuscles:
        read = refreshAll();
        break;
    case View::SelfTests:
        read = refreshTests();
        break;
    }
    if (!read)
        return;
    showRange();
    refreshFinding();
    m_cards->setVisible(!m_data.empty());
    if (!m_data.empty() && !refreshSigns())
        return;
    showContent();
    refreshTable();
    refreshKicker();
}

void TrendsPage::showRange()
{
    const DayRange bounds = toDayRange(m_data.range(TrendRange::All));
    const DayRange range = toDayRange(m_data.range(m_range));
    if (m_view == View::AllMuscles) {
        m_grid->setBounds(bounds);
        m_grid->setRange(range);
        return;
    }
    std::vector<TimeChart*> charts{m_chart};
    if (m_view == View::SelfTests)
        charts = {m_gluteChart, m_tiltChart};
    for (TimeChart* chart : charts) {
        chart->setBounds(bounds);
        chart->setRange(range);
    }
}

bool TrendsPage::refreshMuscle()
{
    auto trend = m_data.muscle(m_muscle);
    if (!trend) {
        showError(trend.error());
        return false;
    }
    m_current = std::move(*trend);
    m_chart->setData(m_current.rows, m_current.findings);
    m_chart->setAccessibleName(tr("Soreness over time: %1").arg(musclePlural(m_muscle)));
    const bool asked = std::any_of(m_current.findings.begin(), m_current.findings.end(), [](const Finding& finding) {
        return finding.kind != FindingKind::NeverAsked && (finding.before.days > 0 || finding.since.days > 0);
    });
    if (m_data.empty())
        showEmpty(tr("Nothing to draw yet"), tr("Check in today: one score is the first point of your trend."),
                  tr("Check in"), PageId::CheckIn);
    else if (!asked)
        showEmpty(tr("%1: no score yet").arg(musclePlural(m_muscle)),
                  tr("Give both sides a score in a check-in. A muscle that is left alone counts as not asked, never as "
                     "zero."),
                  tr("Check in"), PageId::CheckIn);
    else if (!hasScores(*m_current.rows, toDayRange(m_data.range(m_range))))
        showEmpty(tr("No score in these days"), tr("The log has older scores of this muscle."),
                  tr("Show the whole log"), PageId::Trends);
    return true;
}

bool TrendsPage::refreshAll()
{
    m_all = {};
    for (std::size_t i = 0; i < kMuscleCount; ++i) {
        const auto trend = m_data.muscle(static_cast<Muscle>(i));
        if (!trend) {
            showError(trend.error());
            return false;
        }
        m_grid->setMuscle(static_cast<Muscle>(i), *trend);
        m_all.findings.insert(m_all.findings.end(), trend->findings.begin(), trend->findings.end());
    }
    if (m_data.empty())
        showEmpty(tr("Nothing to draw yet"), tr("Check in today: one score is the first point of your trend."),
                  tr("Check in"), PageId::CheckIn);
    return true;
}

std::shared_ptr<const TrendRows> TrendsPage::rowsInView()
{
    if (m_view != View::AllMuscles)
        return m_current.rows;
    // Twelve sites side by side are needed for the table and the export alone.
    if (!m_all.rows) {
        auto read = m_data.sites(everySite());
        if (!read) {
            showError(read.error());
            return std::make_shared<const TrendRows>();
        }
        m_all.rows = read->rows;
    }
    return m_all.rows;
}

bool TrendsPage::refreshTests()
{
    auto glute = m_data.tests(SelfTestKind::GluteActivation);
    auto tilt = m_data.tests(SelfTestKind::PelvicTilt);
    if (!glute || !tilt) {
        showError(!glute ? glute.error() : tilt.error());
        return false;
    }
    m_gluteTests = std::move(*glute);
    m_tiltTests = std::move(*tilt);
    m_gluteChart->setTests(m_gluteTests);
    m_tiltChart->setTests(m_tiltTests);
    if (m_gluteTests.empty() && m_tiltTests.empty())
        showEmpty(tr("No self-test yet"),
                  tr("The two self-tests take three minutes. Once a week is enough to see where they go."),
                  tr("Go to the self-tests"), PageId::SelfTests);
    else if (testRows(m_gluteTests, m_tiltTests, m_data.range(m_range).first.number(),
                      m_data.range(m_range).last.number())
                 .empty())
        showEmpty(tr("No self-test in these days"), tr("The log has older ones."), tr("Show the whole log"),
                  PageId::Trends);
    return true;
}

bool TrendsPage::refreshSigns()
{
    if (!m_data.firstRelease()) {
        const auto latest = services().checkIns.latest();
        if (!latest) {
            showError(latest.error());
            return false;
        }
        m_signsCard->setLatest(*latest, m_data.today());
        return true;
    }
    const auto signs = m_data.signs();
    if (!signs) {
        showError(signs.error());
        return false;
    }
    m_signsCard->setSigns(*signs);
    return true;
}

std::vector<Finding> TrendsPage::shownFindings() const
{
    if (m_view == View::AllMuscles)
        return m_all.findings;
    std::vector<Finding> shown;
    for (const Finding& finding : m_current.findings)
        if (m_view != View::Muscle || m_chart->isSideShown(finding.site.side))
            shown.push_back(finding);
    return shown.empty() ? m_current.findings : shown;
}

void TrendsPage::refreshFinding()
{
    const std::vector<Finding> findings = shownFindings();
    const Finding* lead = leadingFinding(findings);
    m_findingCard->setVisible(m_view != View::SelfTests);
    if (lead != nullptr)
        m_findingCard->setFinding(*lead);
    else
        m_findingCard->setFinding(Finding{Site{m_muscle, Side::Left}, FindingKind::NeverAsked, {}, {}, false});

    if (m_view == View::SelfTests) {
        if (m_gluteTests.empty())
            return setTitle(m_tiltTests.empty() ? tr("No self-test yet") : tr("Pelvic tilt, both postures"));
        const auto rating = [](const std::optional<TestValue>& value) {
            return value ? medianWords(value->median) : QStringLiteral("–");
        };
        const TestPoint& last = m_gluteTests.back();
        setTitle(
            tr("Glute activation: left %1, right %2 in the last test").arg(rating(last.first), rating(last.second)));
        m_gluteChart->setAccessibleDescription(m_title->text());
        return;
    }
    if (m_data.empty())
        return setTitle(tr("Trends"));
    setTitle(lead != nullptr ? findingTitle(*lead) : tr("%1: no score yet").arg(musclePlural(m_muscle)));
    if (m_view == View::Muscle)
        m_chart->setAccessibleDescription(m_title->text());
}

void TrendsPage::setTitle(const QString& title)
{
    m_title->setText(title);
}

void TrendsPage::refreshKicker()
{
    const DayRange days = visibleDays();
    QString subject = musclePlural(m_muscle);
    if (m_view == View::AllMuscles)
        subject = tr("All muscles");
    else if (m_view == View::SelfTests)
        subject = tr("Self-tests");
    m_kicker->setText(m_data.empty() ? subject
                                     : tr("%1 · %2").arg(subject,
                                                         dateSpan(LocalDay::fromNumber(days.first),
                                                                  LocalDay::fromNumber(days.last), m_data.today())));
}

void TrendsPage::refreshTable()
{
    if (!m_table || m_empty)
        return;
    const DayRange days = visibleDays();
    QAbstractItemModel* model = m_trendModel;
    if (m_view == View::SelfTests) {
        m_testModel->setTests(testRows(m_gluteTests, m_tiltTests, days.first, days.last));
        model = m_testModel;
    } else if (const auto rows = rowsInView()) {
        m_trendModel->setRows(rows->between(days.first, days.last));
    }
    if (m_tableView->model() != model)
        m_tableView->setModel(model);
    m_tableView->resizeColumnsToContents();
    m_tableView->scrollToBottom();
}

void TrendsPage::showContent()
{
    QWidget* page = m_chart;
    if (m_empty)
        page = m_emptyPage;
    else if (m_table)
        page = m_tableView;
    else if (m_view == View::AllMuscles)
        page = m_grid;
    else if (m_view == View::SelfTests)
        page = m_tests;
    for (QWidget* other : m_contents)
        other->setVisible(other == page);
    m_tableButton->setEnabled(!m_empty);
    m_exportButton->setEnabled(!m_empty);
}

void TrendsPage::showEmpty(const QString& title, const QString& text, const QString& action, PageId target)
{
    m_empty = true;
    m_emptyTarget = target;
    m_emptyTitle->setText(title);
    m_emptyText->setText(text);
    m_emptyButton->setText(action);
}

void TrendsPage::showError(const Error& error)
{
    m_errorLabel->setText(headline(error) + QStringLiteral(". ") + describe(error));
    m_errorBanner->show();
}

ExportSheet TrendsPage::sheet()
{
    ExportSheet sheet;
    sheet.kicker = m_kicker->text();
    sheet.title = m_title->text();
    const Theme& theme = services().theme;
    const int top = exportHeadingHeight(theme);
    const int width = kSheetWidth - 2 * kSheetMargin;
    sheet.size = QSize(kSheetWidth, top + kSheetChartHeight + kSheetMargin);
    const auto add = [&](const QString& caption, const QRect& place, TimeChart& chart) {
        sheet.panels.push_back({caption, place, chart.picture(place.size())});
    };
    switch (m_view) {
    case View::Muscle:
        add(QString(), QRect(kSheetMargin, top, width, kSheetChartHeight), *m_chart);
        break;
    case View::AllMuscles:
        for (std::size_t i = 0; i < kMuscleCount; ++i) {
            const int cellWidth = width / 3;
            const int cellHeight = kSheetChartHeight / 2;
            const int column = static_cast<int>(i) % 3;
            const int row = static_cast<int>(i) / 3;
            add(musclePlural(static_cast<Muscle>(i)),
                QRect(kSheetMargin + column * cellWidth, top + row * cellHeight + kSheetCaption, cellWidth,
                      cellHeight - kSheetCaption),
                m_grid->chart(static_cast<Muscle>(i)));
        }
        break;
    case View::SelfTests: {
        const int half = kSheetChartHeight / 2;
        add(m_gluteLabel->text(), QRect(kSheetMargin, top + kSheetCaption, width, half - kSheetCaption), *m_gluteChart);
        add(m_tiltLabel->text(), QRect(kSheetMargin, top + half + kSheetCaption, width, half - kSheetCaption),
            *m_tiltChart);
        break;
    }
    }
    return sheet;
}

bool TrendsPage::exportTo(ExportKind kind, const QString& path)
{
    m_errorBanner->hide();
    Result<void> written;
    switch (kind) {
    case ExportKind::Png:
        written = writePng(path, sheet(), services().theme);
        break;
    case ExportKind::Pdf:
        written = writePdf(path, sheet(), services().theme);
        break;
    case ExportKind::Csv: {
        const DayRange days = visibleDays();
        if (m_view == View::SelfTests)
            written = writeText(path, testCsv(testRows(m_gluteTests, m_tiltTests, days.first, days.last)));
        else
            written = writeText(path, trendCsv(rowsInView()->between(days.first, days.last)));
        break;
    }
    }
    if (!written) {
        m_errorLabel->setText(
            tr("%1 was not written. %2").arg(QDir::toNativeSeparators(path), describe(written.error())));
        m_errorBanner->show();
        return false;
    }
    Q_EMIT noticed(tr("Saved %1").arg(QDir::toNativeSeparators(path)), false);
    return true;
}

void TrendsPage::chooseExport(ExportKind kind)
{
    QString filter = tr("PNG picture (*.png)");
    if (kind == ExportKind::Pdf)
        filter = tr("PDF page (*.pdf)");
    else if (kind == ExportKind::Csv)
        filter = tr("CSV table (*.csv)");
    const QString suffix = suffixOf(kind);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = tr("Psolog trend %1").arg(QString::fromStdString(m_data.today().toString()));
    // Not getSaveFileName(): with a default suffix the dialog asks about the file that is really written.
    auto* dialog = new QFileDialog(this, tr("Export"), folder, filter);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, kind](const QString& path) { exportTo(kind, path); });
    dialog->open();
}

void TrendsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible())
            refresh();
    }
    Page::changeEvent(event);
}

void TrendsPage::retranslate()
{
    const std::array ranges{tr("2 weeks"), tr("Month"), tr("3 months"), tr("Year"), tr("All")};
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        m_rangeButtons[i]->setText(ranges[i]);
        m_rangeButtons[i]->setAccessibleName(tr("Range: %1").arg(ranges[i]));
        m_rangeButtons[i]->setToolTip(tr("Key %1").arg(i + 1));
    }
    for (std::size_t i = 0; i < kMuscleCount; ++i)
        m_muscleButtons[i]->setText(muscleLabel(static_cast<Muscle>(i)));
    m_allButton->setText(tr("All 12"));
    m_allButton->setAccessibleName(tr("All twelve sites"));
    m_allButton->setToolTip(tr("Key A"));
    m_testsButton->setText(tr("Self-tests"));
    m_testsButton->setToolTip(tr("Key S"));
    m_tableButton->setText(tr("Table"));
    m_exportButton->setText(tr("Export…"));
    const std::array actions{tr("Picture (PNG)…"), tr("Page (PDF)…"), tr("Table (CSV)…")};
    for (std::size_t i = 0; i < actions.size(); ++i)
        m_exportActions[i]->setText(actions[i]);
    m_gluteLabel->setText(tr("Glute activation"));
    m_tiltLabel->setText(tr("Pelvic tilt"));
    m_tableView->setAccessibleName(tr("The days in view as a table"));
    m_grid->retranslate();
}

}  // namespace psolog
