// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <set>

#include <QWidget>

#include "session/releasegate.h"

class QFrame;
class QLabel;

#include "core/pose.h"
namespace psolog {

class Theme;

class Button;
class CheckRow;

/// The card before each session: any of these today? N answers "none"; any yes is confirmed with its own button.
///
/// Thread: GUI. Errors: the page stores a yes; setError() shows what went wrong beside the button.
class DailyCardWidget : public QWidget {
    Q_OBJECT
public:
    DailyCardWidget(const Theme& theme, const PoseLibrary& poses, QWidget* parent = nullptr);

    [[nodiscard]] std::set<DailyItem> yes() const;
    /// Unticks everything and clears the error.
    void clear();
    void setError(const QString& text);
    void focusFirst();

Q_SIGNALS:
    void noneChosen();
    void yesConfirmed(const std::set<psolog::DailyItem>& yes);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void updateButtons();

    QLabel* m_kicker;
    QLabel* m_title;
    QLabel* m_text;
    std::array<CheckRow*, NameTable<DailyItem>::rows.size()> m_rows{};
    QLabel* m_error;
    Button* m_noneButton;
    Button* m_yesButton;
    Button* m_cancelButton;
};

}  // namespace psolog
