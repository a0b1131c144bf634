// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QDialog>

#include "core/coachnote.h"
#include "core/result.h"

namespace Ui {
class NotesImportDialog;
}

namespace psolog {

class RoutinePreview;
struct Services;

/// Shows what a notes file holds before anything is stored: from whom, for whom, what is new, changed or taken back,
/// and the plan with its steps. Refuses notes for somebody else. Taking in stores notes and plan beside the records of
/// the log and changes none of them. Needs services.coach.
///
/// Thread: GUI. The services are borrowed.
class NotesImportDialog : public QDialog {
    Q_OBJECT
public:
    /// Reads the file at once; what is wrong with it is shown. The log itself is never opened.
    NotesImportDialog(Services& services, const QString& path, QWidget* parent = nullptr);
    ~NotesImportDialog() override;

    /// Whether there is something to take in.
    [[nodiscard]] bool canTakeIn() const;
    void accept() override;

Q_SIGNALS:
    /// Taken in; a message for the foot of the window.
    void taken(const QString& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    void read(const QString& path);
    /// Why the file read cannot be taken in; empty: it can.
    [[nodiscard]] QString obstacle();
    void refresh();
    void showNotes();
    void showError(const QString& title, const QString& text);
    void retranslate();

    Services& m_services;
    std::unique_ptr<::Ui::NotesImportDialog> m_ui;
    RoutinePreview* m_preview;
    QString m_path;
    std::optional<NotesFile> m_file;
    std::optional<Error> m_error;  ///< of reading
    std::vector<CoachNote> m_atHand;
    NotesComparison m_comparison;
};

/// Asks for a notes file, then shows the preview. `taken` gets the message of NotesImportDialog::taken().
void chooseNotesToTakeIn(Services& services, QWidget* parent, std::function<void(const QString& message)> taken);

/// Shows the preview of that file.
void takeInNotes(Services& services, QWidget* parent, const QString& path,
                 std::function<void(const QString& message)> taken);

/// Whether a file name is that of a notes file.
[[nodiscard]] bool isNotesFileName(const QString& path);

}  // namespace psolog
