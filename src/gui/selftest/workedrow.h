// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QWidget>

#include "core/records.h"

class QLabel;

namespace psolog {

class Button;

/// "What worked hardest?" with a chip and a key for each answer. Holds nothing but what it shows. Thread: GUI.
class WorkedRow : public QWidget {
    Q_OBJECT
public:
    explicit WorkedRow(QWidget* parent = nullptr);

    void setQuestion(const QString& question);
    /// Lights one answer; none when empty. Emits nothing.
    void setChosen(std::optional<WorkedHardest> worked);
    /// The key of an answer chooses it, or takes it back; false when it is the key of none.
    bool takeKey(int key);
    void retranslate();

    /// The key of an answer, and the answer of a key.
    [[nodiscard]] static QString keyOf(WorkedHardest worked);
    [[nodiscard]] static std::optional<WorkedHardest> ofKey(int key);

Q_SIGNALS:
    /// Chosen by the athlete; empty: taken back.
    void chosen(std::optional<psolog::WorkedHardest> worked);

private:
    QLabel* m_question;
    std::array<Button*, NameTable<WorkedHardest>::rows.size()> m_chips{};
    std::optional<WorkedHardest> m_chosen;
};

}  // namespace psolog
