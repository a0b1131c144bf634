// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "gui/charts/timechart.h"
#include "gui/shell/page.h"
#include "gui/trends/trenddata.h"

class QButtonGroup;
class QFrame;
class QLabel;
class QTableView;

namespace psolog {

class Button;
class FindingCard;
class MuscleGrid;
class SelfTestChart;
class SignsCard;
class SorenessChart;
class SplitRow;
class TestTableModel;
class TrendTableModel;
struct ExportSheet;

/// How soreness and self-tests went over time: one muscle, all twelve sites, or the self-tests; as chart or as table;
/// over a range. The title is the finding. What is in view is what the table lists and what is exported.
///
/// Keys: 1-5 choose the range, T shows the table, A all muscles, S the self-tests; the chart has its own (TimeChart).
class TrendsPage : public Page {
    Q_OBJECT
public:
    enum class View { Muscle, AllMuscles, SelfTests };
    enum class ExportKind { Png, Pdf, Csv };

    explicit TrendsPage(Services& services, QWidget* parent = nullptr);
    ~TrendsPage() override;

    void activate() override;

    void setView(View view);
    void setMuscle(Muscle muscle);
    void setRange(TrendRange range);
    void setTableShown(bool shown);

    /// Writes what is in view. An error is shown on the page; true when the file is written.
    bool exportTo(ExportKind kind, const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHeader();
    void buildChips();
    void buildContent();
    void buildShortcuts();
    [[nodiscard]] QWidget* buildEmptyState();

    void reload();
    void refresh();
    void showRange();
    void showError(const Error& error);
    bool refreshMuscle();
    bool refreshAll();
    bool refreshTests();
    bool refreshSigns();
    void refreshFinding();
    [[nodiscard]] std::shared_ptr<const TrendRows> rowsInView();
    void refreshTable();
    void refreshKicker();
    void showEmpty(const QString& title, const QString& text, const QString& action, PageId target);
    void showContent();
    void setTitle(const QString& title);
    [[nodiscard]] TimeChart& leadingChart() const;
    [[nodiscard]] DayRange visibleDays() const;
    [[nodiscard]] std::vector<Finding> shownFindings() const;
    [[nodiscard]] ExportSheet sheet();
    void chooseExport(ExportKind kind);
    void retranslate();

    TrendData m_data;
    View m_view = View::Muscle;
    Muscle m_muscle = Muscle::Hamstring;
    TrendRange m_range = TrendRange::ThreeMonths;
    bool m_table = false;
    bool m_empty = false;
    PageId m_emptyTarget = PageId::CheckIn;
    SiteTrend m_current;
    SiteTrend m_all;
    std::vector<TestPoint> m_gluteTests;
    std::vector<TestPoint> m_tiltTests;

    QLabel* m_kicker = nullptr;
    QLabel* m_title = nullptr;
    SplitRow* m_header = nullptr;
    SplitRow* m_chips = nullptr;
    SplitRow* m_cards = nullptr;
    QButtonGroup* m_rangeGroup = nullptr;
    QButtonGroup* m_muscleGroup = nullptr;
    std::array<Button*, 5> m_rangeButtons{};
    std::array<Button*, kMuscleCount> m_muscleButtons{};
    Button* m_allButton = nullptr;
    Button* m_testsButton = nullptr;
    Button* m_tableButton = nullptr;
    Button* m_exportButton = nullptr;
    std::array<QAction*, 3> m_exportActions{};
    QFrame* m_errorBanner = nullptr;
    QLabel* m_errorLabel = nullptr;
    QWidget* m_stack = nullptr;
    std::array<QWidget*, 5> m_contents{};  ///< one of them is visible
    SorenessChart* m_chart = nullptr;
    MuscleGrid* m_grid = nullptr;
    QWidget* m_tests = nullptr;
    QLabel* m_gluteLabel = nullptr;
    QLabel* m_tiltLabel = nullptr;
    SelfTestChart* m_gluteChart = nullptr;
    SelfTestChart* m_tiltChart = nullptr;
    QTableView* m_tableView = nullptr;
    TrendTableModel* m_trendModel = nullptr;
    TestTableModel* m_testModel = nullptr;
    QWidget* m_emptyPage = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    Button* m_emptyButton = nullptr;
    FindingCard* m_findingCard = nullptr;
    SignsCard* m_signsCard = nullptr;
};

}  // namespace psolog
