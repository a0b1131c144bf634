// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include <QWidget>

#include "core/coachnote.h"
#include "gui/review/besidechoice.h"
#include "gui/review/reviewedathlete.h"

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QTableWidget;

namespace psolog {

class Button;
class CompareColumn;
class Theme;

/// Two periods of one athlete, or two athletes, side by side on one scale, one above the other where there is little
/// width: the chart of a muscle, and a table of facts. It says how they differ, never why. GUI thread; reads the logs
/// when something is chosen. The theme is borrowed.
class CompareView : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(const Theme& theme, QWidget* parent = nullptr);
    ~CompareView() override;

    /// The athlete under review; who stands beside stays, unless it was the same one.
    void setFirst(const ReviewedAthlete& athlete, LocalDay today);
    /// Somebody else beside; the same one: two periods.
    void setSecond(const ReviewedAthlete& athlete);
    void setChoices(const std::vector<BesideChoice>& choices);
    /// Lets both logs go.
    void clear();

    void setMuscle(Muscle muscle);
    [[nodiscard]] Muscle muscle() const { return m_muscle; }
    /// The days of the athlete under review.
    [[nodiscard]] std::optional<NoteDays> days() const;
    [[nodiscard]] QWidget& focusTarget() const;
    void retranslate();

Q_SIGNALS:
    void besideRequested(const psolog::AthleteId& other);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Who stands in a column.
    struct Person {
        AthleteId id;
        QString name;
        QString verdict;
        std::shared_ptr<IReviewLog> log;
    };

    void build();
    [[nodiscard]] static Person personOf(const ReviewedAthlete& athlete);
    void place();
    void fillChoices();
    void choose(int index);
    void refresh();
    void fitTable();
    [[nodiscard]] bool twoAthletes() const { return m_other.has_value(); }

    const Theme& m_theme;
    Muscle m_muscle = Muscle::Hamstring;
    LocalDay m_today;
    std::optional<Person> m_person;
    std::optional<Person> m_other;  ///< nothing: the same one
    std::vector<BesideChoice> m_choices;
    QLabel* m_kicker = nullptr;
    QLabel* m_title = nullptr;
    QButtonGroup* m_muscles = nullptr;
    std::array<Button*, kMuscleCount> m_muscleButtons{};
    QLabel* m_besideLabel = nullptr;
    QComboBox* m_beside = nullptr;
    QBoxLayout* m_columns = nullptr;
    CompareColumn* m_first = nullptr;
    CompareColumn* m_second = nullptr;
    QTableWidget* m_table = nullptr;
    QLabel* m_caution = nullptr;
};

}  // namespace psolog
