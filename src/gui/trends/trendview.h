// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "core/coachnote.h"
#include "core/result.h"
#include "gui/charts/timechart.h"
#include "gui/shell/page.h"
#include "gui/trends/trenddata.h"
#include "gui/trends/trendexport.h"

class QAbstractItemModel;

namespace psolog {

/// What a view says in place of its charts when there is nothing to draw.
struct EmptyTrend {
    QString title;
    QString text;
    QString action;
    PageId target = PageId::CheckIn;  ///< where the action leads; Trends: to the whole log
};

/// One way to look at the log on the Trends page: its charts, and the table, the CSV and the exported picture of the
/// same rows. The page owns the chips, the range and the cards around it; a view only shows.
///
/// To add one: derive, append it to TrendsPage::View and to the list in TrendsPage::buildViews().
class TrendView : public QWidget {
    Q_OBJECT
public:
    /// `data` is borrowed and outlives the view.
    explicit TrendView(TrendData& data, QWidget* parent = nullptr) : QWidget(parent), m_data(data) { }

    /// Reads what it shows; called when it comes up, when the log changed and when another range was chosen. Nothing:
    /// there is something to draw in the range. An error of the log is passed on.
    virtual Result<std::optional<EmptyTrend>> read(TrendRange range) = 0;
    /// Shows these days after a read; a view that has no time axis of its own may ignore it.
    virtual void showRange(DayRange bounds, DayRange range) = 0;
    /// The days in view now: what the table lists and what is exported.
    [[nodiscard]] virtual DayRange visibleDays() const = 0;

    /// What it is about: "Hamstrings", "All muscles".
    [[nodiscard]] virtual QString subject() const = 0;
    /// The finding as a title.
    [[nodiscard]] virtual QString title() const = 0;
    /// The muscle that the verdict card speaks of; nothing: no card.
    [[nodiscard]] virtual std::optional<Muscle> judgedMuscle() const { return std::nullopt; }
    /// Whether it can draw the line through the middle of the slopes with its band.
    [[nodiscard]] virtual bool hasBand() const { return false; }
    virtual void setBandShown(bool /*shown*/) { }
    /// Whether the range chips change what it shows.
    [[nodiscard]] virtual bool hasRange() const { return true; }

    /// Whether a note about days belongs to what the view shows; by default those that are about no muscle.
    [[nodiscard]] virtual bool concerns(const CoachNote& note) const { return !note.muscle; }
    /// Marks the days of these notes, all of them about days; by default in no chart.
    virtual void setNotes(const std::vector<CoachNote>& /*notes*/) { }

    /// What gets the focus when the view comes up.
    [[nodiscard]] virtual QWidget& focusTarget() = 0;
    /// The rows of these days; the model belongs to the view. Null: no table.
    [[nodiscard]] virtual Result<QAbstractItemModel*> table(DayRange days) = 0;
    [[nodiscard]] virtual Result<std::string> csv(DayRange days) = 0;
    /// The charts as vectors, placed in `area` of a sheet.
    [[nodiscard]] virtual std::vector<ExportSheet::Panel> panels(const QRect& area) = 0;
    virtual void retranslate() = 0;

Q_SIGNALS:
    void visibleDaysChanged();
    /// title() or judgedMuscle() changed, without a read.
    void findingChanged();
    /// The log could not be read, outside read(). The view shows what it showed before.
    void failed(const Error& error);

protected:
    [[nodiscard]] TrendData& data() const { return m_data; }
    /// An empty log looks the same in every view.
    [[nodiscard]] static EmptyTrend emptyLog();

private:
    TrendData& m_data;
};

[[nodiscard]] inline DayRange toDayRange(const LogSpan& span)
{
    return {span.first.number(), span.last.number()};
}

/// The marks of notes in a chart.
[[nodiscard]] std::vector<NoteMark> noteMarksOf(const std::vector<CoachNote>& notes);

/// Height of the caption above a panel of a sheet, in px.
inline constexpr int kPanelCaption = 28;

}  // namespace psolog
