// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QString>
#include <QWidget>

#include "core/coachnote.h"
#include "gui/review/besidechoice.h"
#include "gui/review/reviewedathlete.h"

class QButtonGroup;
class QStackedWidget;
class QUndoCommand;

namespace psolog {

class CompareView;
class HistoryPage;
class ReportPanel;
class ReviewBanner;
class ReviewNotes;
class ReviewServices;
class TrendsPage;
struct Services;

/// One athlete of a coach: a banner with the name, and below it the Trends, History and report that the runner sees,
/// the coach's notes, and a comparison of two periods or two athletes. Everything of the athlete is read-only: what the
/// pages work with has no way to write, neither into this log nor into the coach's own. Another athlete keeps the part,
/// the view and the range.
///
/// Keys: [ and ] or Alt+Left and Alt+Right go to the athlete before and after, M marks as reviewed, N writes a note, F
/// shows the rules of the flags, Alt+1-5 choose the part, Ctrl+P shows the report, Esc goes back. Undo and redo of the
/// coach's own log do not work here: what they would change is not on the screen.
///
/// Reads the athlete's log in the GUI thread. `own` is borrowed and outlives the view.
class ReviewView : public QWidget {
    Q_OBJECT
public:
    enum class Part { Trends, History, Report, Notes, Beside };
    static constexpr std::size_t kPartCount = 5;

    explicit ReviewView(Services& own, QWidget* parent = nullptr);
    ~ReviewView() override;

    /// Shows an athlete; the log is kept until another one is shown or clear().
    void show(ReviewedAthlete athlete);
    using QWidget::show;
    /// Lets the log go, so that nothing of an athlete stays in memory.
    void clear();
    /// The athlete shown, if any.
    [[nodiscard]] const std::optional<ReviewedAthlete>& athlete() const { return m_athlete; }

    /// Whether there is an athlete before and after, and where this one is: "3 of 28".
    void setNeighbours(bool hasPrevious, bool hasNext, const QString& place);
    /// Whom the one shown can be compared with; with itself always.
    void setBesideChoices(std::vector<BesideChoice> choices);
    /// Answers besideRequested().
    void showBeside(ReviewedAthlete other);
    /// The notes on the athlete shown are these now.
    void notesChanged(std::vector<CoachNote> notes);
    /// The plan for the athlete shown is this now.
    void planChanged(std::optional<CoachPlan> plan);
    /// The athlete shown was reviewed so far, or not at all: what stood out then is not new any more.
    void reviewedChanged(const std::optional<ReviewMark>& mark);
    /// Which commands of the coach can be taken back while an athlete is shown; others would change what is not on the
    /// screen. None without it.
    void setMayTakeBack(std::function<bool(const QUndoCommand&)> may) { m_mayTakeBack = std::move(may); }

    void setPart(Part part);
    [[nodiscard]] Part part() const { return m_part; }

Q_SIGNALS:
    void backRequested();
    void previousRequested();
    void nextRequested();
    /// "Reviewed up to here" for the athlete shown.
    void reviewedRequested();
    /// A new note: about the athlete (nothing), or about days and, at a chart, its muscle.
    void noteRequested(std::optional<psolog::NoteDays> days, std::optional<psolog::Muscle> muscle);
    void noteChangeRequested(const psolog::CoachNote& note);
    /// The note is to be taken back; it can be brought back.
    void noteWithdrawRequested(const psolog::CoachNote& note);
    void planRequested();
    void exportNotesRequested();
    void besideRequested(const psolog::AthleteId& other);
    /// A short message at the foot of the window, without undo.
    void noticed(const QString& message);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    /// What had the focus before in the part shown has it again.
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildShortcuts();
    /// Makes a part when it comes up first.
    [[nodiscard]] QWidget* widgetOf(Part part);
    [[nodiscard]] QWidget* make(Part part);
    /// Fills the part shown from the athlete shown.
    void refresh();
    void present();
    void focusPart();
    void requestNote();
    /// Whether the window would do that to the coach's own log.
    [[nodiscard]] bool isOwnKey(const QKeyEvent& event) const;
    void retranslate();

    Services& m_own;
    std::unique_ptr<ReviewServices> m_services;  ///< before the pages, which work with it
    std::optional<ReviewedAthlete> m_athlete;
    std::vector<BesideChoice> m_choices;
    std::function<bool(const QUndoCommand&)> m_mayTakeBack;
    Part m_part = Part::Trends;
    ReviewBanner* m_banner = nullptr;
    QButtonGroup* m_partGroup = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::array<QWidget*, kPartCount> m_parts{};
    TrendsPage* m_trends = nullptr;
    HistoryPage* m_history = nullptr;
    ReportPanel* m_report = nullptr;
    ReviewNotes* m_notes = nullptr;
    CompareView* m_compare = nullptr;
};

}  // namespace psolog
