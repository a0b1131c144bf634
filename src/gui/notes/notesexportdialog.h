// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "core/coachnote.h"

namespace Ui {
class NotesExportDialog;
}

namespace psolog {

struct Services;

/// Writes the notes and the plan for one athlete into a file to send: says for whom, what is in it and that it is
/// signed by name only, asks for the name, proposes a file name, and shows what went wrong. Needs services.coach.
///
/// Thread: GUI. The services are borrowed.
class NotesExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `file`: athlete with name, the coach's name as far as it is known, every note, withdrawn ones, too, and the
    /// plan. `written` is set when the file is written.
    NotesExportDialog(Services& services, NotesFile file, QWidget* parent = nullptr);
    ~NotesExportDialog() override;

    /// "Runner 07 notes 2026-11-22.psolog-notes", whatever characters the name holds.
    [[nodiscard]] QString proposedName() const;
    /// Writes the file; an error is shown. True when it is there. No log is ever replaced.
    bool saveTo(const QString& path);

Q_SIGNALS:
    /// Written; the author is the name to keep.
    void exported(const QString& path, const std::string& author);

protected:
    void changeEvent(QEvent* event) override;

private:
    void chooseFile();
    void retranslate();
    void refresh();
    [[nodiscard]] NotesFile file() const;
    void showError(const QString& title, const QString& text);

    Services& m_services;
    NotesFile m_file;
    std::unique_ptr<::Ui::NotesExportDialog> m_ui;
    QString m_path;
};

}  // namespace psolog
