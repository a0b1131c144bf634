// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace psolog {

class ReportPanel;
class ReportSheet;
struct Services;

/// The one-page report in a window of its own; reads the log when made. Thread: GUI. The services must outlive it.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ReportDialog(Services& services, QWidget* parent = nullptr);

    /// The page shown; null when the log could not be read.
    [[nodiscard]] const ReportSheet* sheet() const;

    /// Writes the page; an error is shown. True when the file is there. The log itself is never replaced.
    bool saveTo(const QString& path);

private:
    ReportPanel* m_panel;
};

}  // namespace psolog
