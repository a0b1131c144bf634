// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "core/coachnote.h"

class QLabel;

namespace psolog {

class Button;
class FlowLayout;

/// One note as it is shown everywhere, so that nobody takes it for one's own: who wrote it, about what, and the text
/// word for word. GUI thread.
class NoteRow : public QFrame {
    Q_OBJECT
public:
    NoteRow(const CoachNote& note, LocalDay today, QWidget* parent = nullptr);

    [[nodiscard]] const CoachNote& note() const { return m_note; }
    /// A tag at the right: "new".
    void setTag(const QString& text, const char* tone);
    /// A button below the text; belongs to the row.
    Button* addAction(const QString& text, const char* variant, const char* objectName);

private:
    CoachNote m_note;
    QLabel* m_tag;
    FlowLayout* m_actions = nullptr;
};

}  // namespace psolog
