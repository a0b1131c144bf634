// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "gui/report/reportsheet.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;

namespace psolog {

class Button;
class ReportPreview;
struct Services;

/// Shows the one-page report, and saves or prints it. Reads the log when made and when the notes are wanted or not; an
/// error is shown in the dialog, which stays. Thread: GUI. The services must outlive it.
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ReportDialog(Services& services, QWidget* parent = nullptr);
    ~ReportDialog() override;

    /// The page shown; null when the log could not be read.
    [[nodiscard]] const ReportSheet* sheet() const { return m_sheet.get(); }

    /// Writes the page; an error is shown. True when the file is there. The log itself is never replaced.
    bool saveTo(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void arrange();
    /// Reads the log and lays the page out anew.
    void refresh();
    void chooseFile();
    void choosePrinter();
    void showError(const QString& title, const QString& text);
    void showDone(const QString& text);

    Services& m_services;
    std::shared_ptr<const ReportSheet> m_sheet;
    QBoxLayout* m_columns = nullptr;
    ReportPreview* m_preview = nullptr;
    QComboBox* m_paper = nullptr;
    QCheckBox* m_notes = nullptr;
    QFrame* m_errorBanner = nullptr;
    QLabel* m_errorLabel = nullptr;
    QLabel* m_status = nullptr;
    Button* m_retry = nullptr;
    Button* m_save = nullptr;
    Button* m_print = nullptr;
};

}  // namespace psolog
