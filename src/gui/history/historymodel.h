// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractListModel>

#include "core/ports/itrendlog.h"
#include "core/result.h"
#include "gui/history/historyrows.h"

namespace psolog {

struct Services;

/// The history as a list, newest first. It reads the log in stretches of weeks as the view scrolls, so that a log of
/// ten years opens as fast as a new one. GUI thread only; services are borrowed.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit HistoryModel(Services& services, QObject* parent = nullptr);

    /// Reads again what was read so far; at first, the newest stretch. On an error the list stays as it was.
    Result<void> reload();
    /// Lets go of everything read.
    void clear();
    /// Makes sure that everything since this day is read.
    Result<void> loadBackTo(LocalDay day);
    void setFilter(const HistoryFilter& filter);
    [[nodiscard]] const HistoryFilter& filter() const { return m_filter; }

    /// True when the log holds nothing that the history shows.
    [[nodiscard]] bool logIsEmpty() const { return m_rows.empty() && !canFetchMore({}); }
    /// What went wrong when a stretch was read while scrolling; cleared by reload().
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    /// The line at a row of the view.
    [[nodiscard]] const HistoryRow& at(int row) const { return m_rows[m_shown[static_cast<std::size_t>(row)]]; }
    /// True when the line above is of another day, or there is none.
    [[nodiscard]] bool beginsDay(int row) const;
    /// The day under which a note of a coach is listed; nothing when there is no such note.
    [[nodiscard]] std::optional<LocalDay> dayOfNote(const std::string& id) const;
    [[nodiscard]] bool hasNotes() const { return !m_notes.empty(); }
    /// Where a record is shown; without a kind, its first line. Invalid when it is not.
    [[nodiscard]] QModelIndex indexOf(const std::string& id, std::optional<HistoryKind> kind = std::nullopt) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    /// Days with anything that the history shows.
    [[nodiscard]] Result<std::optional<LogSpan>> span() const;
    [[nodiscard]] Result<std::vector<HistoryRow>> read(LocalDay first, LocalDay last) const;
    /// The lines of the notes between the first day of the log and today.
    [[nodiscard]] Result<std::vector<HistoryRow>> readNotes(const std::optional<LogSpan>& span) const;
    Result<void> readStretch();
    void show();

    Services& m_services;
    HistoryFilter m_filter;
    std::vector<HistoryRow> m_notes;   ///< the lines of all notes
    std::vector<HistoryRow> m_rows;    ///< all read so far
    std::vector<std::size_t> m_shown;  ///< those that match, as indexes into m_rows
    std::optional<LocalDay> m_oldest;  ///< everything from here on is read
    std::optional<LocalDay> m_first;   ///< first day of the log
    std::optional<Error> m_error;
};

}  // namespace psolog
