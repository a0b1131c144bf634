// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "core/records.h"
#include "core/result.h"

namespace Ui {
class ReleaseSummary;
}

namespace psolog {

class Theme;

/// What a session brought: time, points, tightness before and after, and how that compares with the session before.
/// With a field for a note, which the page stores.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: showError().
class ReleaseSummaryWidget : public QWidget {
    Q_OBJECT
public:
    explicit ReleaseSummaryWidget(Theme& theme, QWidget* parent = nullptr);
    ~ReleaseSummaryWidget() override;

    void showSession(const ReleaseSession& session, const std::optional<ReleaseSession>& previous, LocalDay today);
    [[nodiscard]] QString note() const;
    /// Shows what could not be saved, with an offer to try again; none hides it.
    void showError(const std::optional<Error>& error);
    void focusFirst();

Q_SIGNALS:
    void doneRequested();
    void retestRequested();
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void applySizes();
    [[nodiscard]] QString comparison() const;

    Theme& m_theme;
    std::unique_ptr<Ui::ReleaseSummary> m_ui;
    ReleaseSession m_session;
    std::optional<ReleaseSession> m_previous;
    LocalDay m_today;
};

}  // namespace psolog
