// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "core/coachnote.h"

class QLabel;
class QVBoxLayout;

namespace psolog {

/// The notes about the days that a chart shows, below it: a few, and all on demand. Not there when there is none. GUI
/// thread.
class NotesInView : public QFrame {
    Q_OBJECT
public:
    explicit NotesInView(QWidget* parent = nullptr);

    /// Shows these, newest day first.
    void setNotes(std::vector<CoachNote> notes, LocalDay today);
    void retranslate();

private:
    void rebuild();

    std::vector<CoachNote> m_notes;
    LocalDay m_today;
    bool m_all = false;  ///< not only the first few
    QLabel* m_title;
    QVBoxLayout* m_rows;
};

}  // namespace psolog
