// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "core/ports/isnapshots.h"

class QDate;

namespace psolog {

namespace Ui {
class ShareDialog;
}

struct Services;

/// Says what a copy of the log to hand over would hold, and saves one: all days or those from a day on, with the
/// athlete's notes or without. Reads the log when made and at each choice; an error is shown in the dialog, which stays
/// as it is. Thread: GUI. Services and snapshots must outlive it.
class ShareDialog : public QDialog {
    Q_OBJECT
public:
    ShareDialog(Services& services, ISnapshots& snapshots, QWidget* parent = nullptr);
    ~ShareDialog() override;

    /// What is chosen.
    [[nodiscard]] SnapshotOptions options() const;

    /// Saves the copy; an error is shown. True when the file is there. A file that exists is never replaced.
    bool saveTo(const QString& path);

private:
    /// How the days are chosen.
    enum class Days { All, FourWeeks, ThreeMonths, FromDay };

    void connectWidgets();
    void chooseDays();
    void chooseDate(const QDate& date);
    /// Reads what would be in the copy.
    void refresh();
    void showContents(const SnapshotContents& contents, int notesLeftOut);
    void chooseFile();
    void showError(const QString& text);
    void showDone(const QString& path);
    void openFolder();

    Services& m_services;
    ISnapshots& m_snapshots;
    std::unique_ptr<Ui::ShareDialog> m_ui;
    SnapshotContents m_contents;  // as last read
    QString m_path;               // of the copy saved last
};

}  // namespace psolog
