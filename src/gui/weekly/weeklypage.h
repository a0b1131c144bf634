// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "core/weekly.h"
#include "gui/shell/page.h"

class QBoxLayout;
class QCheckBox;
class QFrame;
class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace psolog {

class Button;
class PageHeader;
class QuestionCard;
class WeeklyResult;

/// The weekly check-in: four questions about the last seven days, answered with the mouse or with keys 1 to 4, then
/// what they came to. Optional: nobody is asked before the switch on this page, or the one in the settings, is on. The
/// topic is the id of the one to change; without it, it is a new one.
///
/// Thread: GUI. What was answered stays until it is saved or given up, whatever goes wrong. Saving can be undone.
class WeeklyPage : public TopicPage {
    Q_OBJECT
public:
    explicit WeeklyPage(Services& services, QWidget* parent = nullptr);

    void activate() override;
    void openTopic(const QString& topic) override;
    [[nodiscard]] bool mayLeave() override;

    /// True when something was answered that is not in the log.
    [[nodiscard]] bool hasUnsavedAnswers() const;

public Q_SLOTS:
    /// Answers that nothing limited anything, and saves.
    void answerNoLimit();
    /// Saves; true when it is in the log. Otherwise the page says what to do and nothing is lost.
    bool save();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Answers = std::array<std::optional<std::size_t>, kWeeklyItems>;

    void build();
    [[nodiscard]] QFrame* buildFooter();
    void arrange();
    void retranslate();
    void startNew();
    void startEditing(const WeeklyCheckIn& record);
    void fill(const Answers& answers, const QString& note);
    void onAnswered(WeeklyItem item, bool byKey);
    /// The first question decides whether the others are asked: who could do everything without a problem, or nothing
    /// at all, has answered them.
    void followFirstAnswer();
    void showLast();
    void showCount();
    void showReadOnly();
    void showFailure(const QString& words);
    void storeSwitch(bool on);
    void showForm();
    [[nodiscard]] Answers answers() const;
    /// Whether the one being changed was answered with questions that are not asked here: only its note can change.
    [[nodiscard]] bool isOtherVersion() const;
    bool store();

    QStackedWidget* m_stack = nullptr;
    QScrollArea* m_scroll = nullptr;
    PageHeader* m_header = nullptr;
    Button* m_noLimit = nullptr;
    QLabel* m_scope = nullptr;
    QLabel* m_last = nullptr;
    QLabel* m_otherVersion = nullptr;
    QFrame* m_readOnlyBanner = nullptr;
    QLabel* m_readOnlyLabel = nullptr;
    QVBoxLayout* m_column = nullptr;
    QGridLayout* m_grid = nullptr;
    std::array<QuestionCard*, kWeeklyItems> m_cards{};
    QLabel* m_noteLabel = nullptr;
    QLineEdit* m_note = nullptr;
    QCheckBox* m_ask = nullptr;
    QLabel* m_source = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_failure = nullptr;
    Button* m_save = nullptr;
    WeeklyResult* m_result = nullptr;

    std::optional<WeeklyCheckIn> m_original;  ///< the one being changed; empty for a new one
    std::optional<WeeklyCheckIn> m_saved;     ///< shown by the result
    Answers m_savedAnswers{};
    Answers m_kept{};  ///< of the questions that the first one answers, for when it changes
    QString m_savedNote;
    bool m_started = false;
    bool m_ended = false;  ///< the first answer makes the others redundant
    int m_columns = 0;
};

}  // namespace psolog
