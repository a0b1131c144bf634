// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/trends/trendspage.h"

#include <QAction>
#include <QButtonGroup>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QStandardPaths>
#include <QTableView>

#include "gui/body/sitewords.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/trends/findingcard.h"
#include "gui/trends/muscleview.h"
#include "gui/trends/signscard.h"
#include "gui/trends/splitrow.h"
#include "gui/trends/trendexport.h"
#include "gui/trends/trendwords.h"
#include "gui/widgets/button.h"
#include "gui/widgets/errorwords.h"

namespace psolog {

namespace {

constexpr int kSheetWidth = 1120;
constexpr int kSheetChartHeight = 560;
constexpr int kSheetMargin = 24;

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
    else if (m_table && m_tableView->isVisibleTo(this))
        m_tableView->setFocus();
    else
        current().focusTarget().setFocus();
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
    m_muscleView->setMuscle(muscle);
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
            current().focusTarget().setFocus();
    }
}

void TrendsPage::refresh()
{
    m_errorBanner->hide();
    m_rangeButtons[static_cast<std::size_t>(m_range)]->setChecked(true);
    if (Button* chip = m_viewButtons[static_cast<std::size_t>(m_view)])
        chip->setChecked(true);
    else
        m_muscleButtons[static_cast<std::size_t>(m_muscleView->muscle())]->setChecked(true);
    m_ranges->setEnabled(current().hasRange());

    m_empty = false;
    const auto empty = current().read(m_range);
    if (!empty)
        return showError(empty.error());
    if (*empty)
        showEmpty(**empty);
    current().showRange(toDayRange(m_data.range(TrendRange::All)), toDayRange(m_data.range(m_range)));
    refreshFinding();
    m_cards->setVisible(!m_data.empty());
    if (!m_data.empty() && !refreshSigns())
        return;
    showContent();
    refreshTable();
    refreshKicker();
}

void TrendsPage::refreshFinding()
{
    m_title->setText(current().title());
    const std::vector<Finding> findings = current().findings();
    m_findingCard->setVisible(!findings.empty());
    if (const Finding* lead = leadingFinding(findings))
        m_findingCard->setFinding(*lead);
    else if (!findings.empty())
        m_findingCard->setFinding(findings.front());
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

void TrendsPage::refreshKicker()
{
    if (m_data.empty())
        return m_kicker->setText(current().subject());
    const DayRange days = current().visibleDays();
    m_kicker->setText(
        tr("%1 · %2").arg(current().subject(),
                          dateSpan(LocalDay::fromNumber(days.first), LocalDay::fromNumber(days.last), m_data.today())));
}

void TrendsPage::refreshTable()
{
    if (!m_table || m_empty)
        return;
    const auto model = current().table(current().visibleDays());
    if (!model)
        return showError(model.error());
    if (m_tableView->model() != *model)
        m_tableView->setModel(*model);
    m_tableView->resizeColumnsToContents();
    m_tableView->scrollToBottom();
}

void TrendsPage::showContent()
{
    const QWidget* page = &current();
    if (m_empty)
        page = m_emptyPage;
    else if (m_table)
        page = m_tableView;
    // Hidden first: the stack must not be as high as two of them for a moment.
    std::vector<QWidget*> pages{m_emptyPage, m_tableView};
    pages.insert(pages.end(), m_views.begin(), m_views.end());
    for (QWidget* other : pages)
        if (other != page)
            other->hide();
    for (QWidget* other : pages)
        if (other == page)
            other->show();
    m_tableButton->setEnabled(!m_empty);
    m_exportButton->setEnabled(!m_empty);
}

void TrendsPage::showEmpty(const EmptyTrend& empty)
{
    m_empty = true;
    m_emptyTarget = empty.target;
    m_emptyTitle->setText(empty.title);
    m_emptyText->setText(empty.text);
    m_emptyButton->setText(empty.action);
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
    const int top = exportHeadingHeight(services().theme);
    sheet.size = QSize(kSheetWidth, top + kSheetChartHeight + kSheetMargin);
    sheet.panels = current().panels(QRect(kSheetMargin, top, kSheetWidth - 2 * kSheetMargin, kSheetChartHeight));
    return sheet;
}

Result<void> TrendsPage::writeTo(ExportKind kind, const QString& path)
{
    switch (kind) {
    case ExportKind::Png:
        return writePng(path, sheet(), services().theme);
    case ExportKind::Pdf:
        return writePdf(path, sheet(), services().theme);
    case ExportKind::Csv:
        break;
    }
    const auto csv = current().csv(current().visibleDays());
    if (!csv)
        return tl::unexpected(csv.error());
    return writeText(path, *csv);
}

bool TrendsPage::exportTo(ExportKind kind, const QString& path)
{
    m_errorBanner->hide();
    if (const auto written = writeTo(kind, path); !written) {
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
    const auto chip = [this](View view, const QString& text, const QString& name, const QString& tip) {
        Button* button = m_viewButtons[static_cast<std::size_t>(view)];
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(tip);
    };
    chip(View::AllMuscles, tr("All 12"), tr("All twelve sites"), tr("Key A"));
    chip(View::SelfTests, tr("Self-tests"), tr("Self-tests"), tr("Key S"));
    m_tableButton->setText(tr("Table"));
    m_exportButton->setText(tr("Export…"));
    const std::array actions{tr("Picture (PNG)…"), tr("Page (PDF)…"), tr("Table (CSV)…")};
    for (std::size_t i = 0; i < actions.size(); ++i)
        m_exportActions[i]->setText(actions[i]);
    m_tableView->setAccessibleName(tr("The days in view as a table"));
    for (TrendView* view : m_views)
        view->retranslate();
}

}  // namespace psolog
