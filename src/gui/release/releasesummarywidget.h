// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "analysis/beforeafter.h"
#include "core/records.h"
#include "core/result.h"

namespace Ui {
class ReleaseSummary;
}

class QLabel;

namespace psolog {

class FlowLayout;
class Theme;

/// What the log knows around a session that has just ended.
struct SummaryContext {
    std::optional<ReleaseSession> previous;
    SessionStanding standing;
    std::optional<SelfTest> before;  ///< the glute test to do again now
    bool mayTest = true;             ///< false after a red stop: a test loads what hurts
    LocalDay today;
};

/// What a session brought: tightness before and after, points and time, how that compares with earlier sessions, and
/// the offer to test the glutes again. With a field for a note, which the page stores.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: showError().
class ReleaseSummaryWidget : public QWidget {
    Q_OBJECT
public:
    explicit ReleaseSummaryWidget(Theme& theme, QWidget* parent = nullptr);
    ~ReleaseSummaryWidget() override;

    void showSession(const ReleaseSession& session, const SummaryContext& context);
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
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void applySizes();
    void arrange();
    void showTightness();
    void showNumbers();
    void showOffer();
    [[nodiscard]] QString comparison() const;

    Theme& m_theme;
    std::unique_ptr<Ui::ReleaseSummary> m_ui;
    FlowLayout* m_buttons = nullptr;
    ReleaseSession m_session;
    SummaryContext m_context;
};

}  // namespace psolog
