// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

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

/// Shows the one-page report, and saves or prints it. Reads the log with refresh(), and when the notes are wanted or
/// not; an error is shown in the panel, which stays. Thread: GUI. The services must outlive it.
class ReportPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReportPanel(Services& services, QWidget* parent = nullptr);
    ~ReportPanel() override;

    /// The page is about somebody else; `ownLog`, the log of one's own, is no more replaced than the one shown.
    void setReview(const QString& ownLog);
    /// The day at which the log shown was cut; takes effect with the next refresh().
    void setSharedFrom(std::optional<LocalDay> day) { m_sharedFrom = day; }
    /// Adds a button below the others; takes ownership.
    void addButton(Button* button);

    /// The page shown; null when the log could not be read, or was not yet.
    [[nodiscard]] const ReportSheet* sheet() const { return m_sheet.get(); }
    [[nodiscard]] QWidget& focusTarget() const;

    /// Writes the page; an error is shown. True when the file is there. A log is never replaced.
    bool saveTo(const QString& path);

public Q_SLOTS:
    /// Reads the log and lays the page out anew.
    void refresh();
    /// Lets the page go.
    void clear();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void arrange();
    void chooseFile();
    void choosePrinter();
    void showError(const QString& title, const QString& text);
    void showDone(const QString& text);

    Services& m_services;
    QString m_ownLog;  ///< in a review; else empty
    std::optional<LocalDay> m_sharedFrom;
    std::shared_ptr<const ReportSheet> m_sheet;
    QBoxLayout* m_columns = nullptr;
    QBoxLayout* m_buttons = nullptr;
    ReportPreview* m_preview = nullptr;
    QLabel* m_intro = nullptr;
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
