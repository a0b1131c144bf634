// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "core/records.h"
#include "core/time.h"

class QLabel;
class QGridLayout;

namespace psolog {

class SessionButton;
class Theme;

/// Asks why a session was stopped, just now or earlier: six large answers with the keys 1 to 6. The session is stored
/// already.
///
/// Thread: GUI. Ownership: the theme is borrowed and must outlive the widget. Errors: none.
class StopReasonWidget : public QWidget {
    Q_OBJECT
public:
    explicit StopReasonWidget(Theme& theme, QWidget* parent = nullptr);

    /// Asks about the session that was stopped just now.
    void askNow();
    /// Asks about a session stopped earlier that still lacks its reason.
    void askAbout(const RecordedAt& session, LocalDay today);
    /// The answer could not be stored; empty takes the words away.
    void setError(const QString& words);
    /// The question gets the focus, not an answer; arrows and Tab go to the answers, 1 to 6 give them.
    void focusFirst();

    /// Without the margins that only fill a wide window: hidden, it must not keep the page from shrinking.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void reasonChosen(psolog::StopReason reason);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyFonts();
    void retranslate();

    Theme& m_theme;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_error;
    QGridLayout* m_grid;
    std::array<SessionButton*, NameTable<StopReason>::rows.size()> m_buttons{};
    std::optional<RecordedAt> m_earlier;
    LocalDay m_today;
};

}  // namespace psolog
