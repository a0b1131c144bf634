// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "gui/charts/timechart.h"
#include "gui/shell/page.h"
#include "gui/trends/trenddata.h"
#include "gui/trends/trendview.h"

class QButtonGroup;
class QFrame;
class QLabel;
class QScrollArea;
class QTableView;

namespace psolog {

class Button;
class MuscleView;
class NotesInView;
class OutcomesCard;
class SignsCard;
class SplitRow;
class TermsCard;
class VerdictCard;
struct ExportSheet;

/// How soreness and self-tests went over time, in one of several views (TrendView); as chart or as table; over a range.
/// The title is the finding. What is in view is what the table lists and what is exported.
///
/// Keys: 1-5 choose the range, T shows the table, B the trend band, H how the verdict came about; each view has its own
/// (see buildViews()); the chart has more (TimeChart).
class TrendsPage : public Page {
    Q_OBJECT
public:
    enum class View { Muscle, AllMuscles, SelfTests, Year, Relief, Weekly };
    static constexpr std::size_t kViewCount = 6;
    enum class ExportKind { Png, Pdf, Csv };

    explicit TrendsPage(Services& services, QWidget* parent = nullptr);
    ~TrendsPage() override;

    void activate() override;

    void setView(View view);
    void setMuscle(Muscle muscle);
    void setRange(TrendRange range);
    void setTableShown(bool shown);
    /// The Theil-Sen line with its band, in views that have one.
    void setBandShown(bool shown);
    /// "How we know", below the verdict.
    void setTermsShown(bool shown);

    /// Shows somebody else's log: nothing leads to the pages of one's own, and what is exported begins with `athlete`.
    /// `ownLog`, the path of one's own log, is no more replaced by an export than the one shown.
    void setReview(const QString& ownLog, const QString& athlete);
    /// The day at which the log shown was cut; takes effect with the next refresh.
    void setSharedFrom(std::optional<LocalDay> day) { m_sharedFrom = day; }
    /// The days in view, or the one day that the chart reads out; nothing when there is nothing to draw.
    [[nodiscard]] std::optional<LogSpan> daysInView() const;
    /// The muscle in view; nothing in the other views.
    [[nodiscard]] std::optional<Muscle> muscleInView() const;

    /// Writes what is in view. An error is shown on the page; true when the file is written.
    bool exportTo(ExportKind kind, const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHeader();
    [[nodiscard]] QWidget* buildTools();
    void buildChips();
    void buildViews();
    void addView(View view, TrendView* widget, std::optional<Qt::Key> key = {});
    void buildContent();
    void buildShortcuts();
    [[nodiscard]] QWidget* buildEmptyState();
    [[nodiscard]] QTableView* buildTable();

    void reload();
    void refresh();
    void refreshTitle();
    void refreshExperimentButton();
    void refreshReview();
    [[nodiscard]] Result<void> refreshVerdict();
    [[nodiscard]] Result<void> refreshSigns();
    void fillOutcomes();
    [[nodiscard]] Result<void> readNotes();
    /// Marks the notes in the charts of the view.
    void markNotes();
    /// Lists those about the days in view below the chart.
    void listNotes();
    void refreshTable();
    void refreshKicker();
    void showError(const Error& error);
    void showEmpty(const EmptyTrend& empty);
    void showContent();
    void scrollToTop();
    void focusContent();
    [[nodiscard]] TrendView& current() const { return *m_views[static_cast<std::size_t>(m_view)]; }
    [[nodiscard]] ExportSheet sheet();
    [[nodiscard]] Result<void> writeTo(ExportKind kind, const QString& path);
    void chooseExport(ExportKind kind);
    void retranslate();

    TrendData m_data;
    View m_view = View::Muscle;
    TrendRange m_range = TrendRange::ThreeMonths;
    bool m_table = false;
    bool m_band = false;
    bool m_terms = false;
    bool m_explained = false;  ///< there is a verdict to explain
    bool m_empty = false;
    bool m_ofOther = false;  ///< see setReview()
    std::optional<LocalDay> m_sharedFrom;
    QString m_ownLog;
    QString m_athlete;
    bool m_reviewDue = false;  ///< verdict and signs wait for the next paint
    PageId m_emptyTarget = PageId::CheckIn;

    QLabel* m_kicker = nullptr;
    QLabel* m_title = nullptr;
    SplitRow* m_header = nullptr;
    SplitRow* m_controls = nullptr;  ///< ranges and tools
    SplitRow* m_chips = nullptr;     ///< muscles and views
    SplitRow* m_cards = nullptr;
    QWidget* m_ranges = nullptr;
    QLabel* m_viewsLabel = nullptr;
    QWidget* m_content = nullptr;
    QScrollArea* m_scroll = nullptr;
    QButtonGroup* m_rangeGroup = nullptr;
    QButtonGroup* m_choiceGroup = nullptr;  ///< muscles, then views
    std::array<Button*, 5> m_rangeButtons{};
    std::array<Button*, kMuscleCount> m_muscleButtons{};
    std::array<Button*, kViewCount> m_viewButtons{};  ///< null for View::Muscle
    Button* m_bandButton = nullptr;
    Button* m_tableButton = nullptr;
    Button* m_exportButton = nullptr;
    Button* m_experimentButton = nullptr;
    std::array<QAction*, 3> m_exportActions{};
    QFrame* m_errorBanner = nullptr;
    QLabel* m_errorLabel = nullptr;
    QWidget* m_stack = nullptr;
    std::array<TrendView*, kViewCount> m_views{};
    MuscleView* m_muscleView = nullptr;
    QTableView* m_tableView = nullptr;
    QWidget* m_emptyPage = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    Button* m_emptyButton = nullptr;
    VerdictCard* m_verdictCard = nullptr;
    SignsCard* m_signsCard = nullptr;
    TermsCard* m_termsCard = nullptr;
    NotesInView* m_notesCard = nullptr;
    std::vector<CoachNote> m_notes;  ///< of a coach, about days
    OutcomesCard* m_outcomesCard = nullptr;
};

}  // namespace psolog
