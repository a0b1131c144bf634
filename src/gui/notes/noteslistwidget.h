// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/coachnote.h"

class QLabel;
class QVBoxLayout;

namespace psolog {

class Button;

/// All notes of a coach about one athlete, newest first, to change or withdraw. It stores nothing. GUI thread.
class NotesListWidget : public QWidget {
    Q_OBJECT
public:
    explicit NotesListWidget(QWidget* parent = nullptr);

    /// Shows these; withdrawn ones are left out. Keeps the focus at the note that had it.
    void setNotes(const std::vector<CoachNote>& notes, LocalDay today);
    /// Without changing and withdrawing, for notes of somebody else.
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changeRequested(const psolog::CoachNote& note);
    /// Whoever stores withdrawn(note, now), of noteedits.h, offers to undo it by storing broughtBack().
    void withdrawRequested(const psolog::CoachNote& note);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    std::vector<CoachNote> m_notes;
    LocalDay m_today;
    std::size_t m_shown = 0;  ///< more are shown on demand
    bool m_readOnly = false;
    QVBoxLayout* m_column;
};

}  // namespace psolog
