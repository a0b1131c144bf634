// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <set>

#include <QWidget>

#include "core/records.h"

class QLabel;

namespace psolog {

class Button;
class CheckRow;

/// The safety screen: ten reasons to ask a clinician before using the tool, each a yes or nothing, and one key (N) for
/// "none of these applies", which can be chosen while nothing is ticked. It holds the answer only; the page stores it.
/// An untouched screen has no answer, so that nobody passes by not reading.
///
/// Thread: GUI. Errors: none.
class SafetyScreenWidget : public QWidget {
    Q_OBJECT
public:
    explicit SafetyScreenWidget(QWidget* parent = nullptr);

    /// The items answered yes; an empty set means "none applies"; nothing while not answered.
    [[nodiscard]] std::optional<std::set<SafetyItem>> answer() const;
    /// Shows an answer, or none; emits nothing.
    void setAnswer(const std::optional<std::set<SafetyItem>>& answer);
    /// Gives the focus to the button that says none applies; with a tick to the first item.
    void focusFirst();

Q_SIGNALS:
    void answerChanged();
    /// The user chose "none applies" (after answerChanged); a page may go on at once.
    void noneChosen();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void chooseNone();
    void showAnswer();
    void retranslate();

    std::array<CheckRow*, NameTable<SafetyItem>::rows.size()> m_rows{};
    QLabel* m_intro;
    QLabel* m_answer;
    Button* m_noneButton = nullptr;
    QLabel* m_reason;  ///< why "none" cannot be chosen
    bool m_none = false;
};

}  // namespace psolog
