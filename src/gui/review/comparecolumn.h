// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QFrame>

#include "analysis/periodfacts.h"
#include "core/ports/ireviewlog.h"

class QComboBox;
class QDateEdit;
class QLabel;

namespace psolog {

class ElidedLabel;
class SorenessChart;
class Theme;

/// One athlete over some days: who, which days, and the soreness of a muscle as the runner's own chart. GUI thread; the
/// theme is borrowed.
class CompareColumn : public QFrame {
    Q_OBJECT
public:
    /// `prefix` begins the names of its parts: "first" makes firstPeriodComboBox.
    CompareColumn(const Theme& theme, const QString& prefix, PeriodKind period, QWidget* parent = nullptr);
    ~CompareColumn() override;

    /// Whose days; null lets the log go.
    void setLog(const QString& name, std::shared_ptr<IReviewLog> log, LocalDay today);
    void setMuscle(Muscle muscle);
    void setPeriod(PeriodKind kind);
    /// Chosen days; ordered if need be.
    void setDays(const LogSpan& days);
    /// Draws so many days, those of the period last: both columns then have one scale.
    void setScale(int days);

    [[nodiscard]] const QString& name() const { return m_name; }
    /// "Last 4 weeks", "1 to 28 Oct".
    [[nodiscard]] QString periodWords() const;
    [[nodiscard]] const std::optional<PeriodFacts>& facts() const { return m_facts; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] bool isEmpty() const { return m_log == nullptr; }
    void retranslate();

Q_SIGNALS:
    /// facts() changed by a choice in the column.
    void chosen();

private:
    void build(const QString& prefix, PeriodKind period);
    void choose(int index);
    [[nodiscard]] std::optional<LogSpan> days() const;
    void read();

    const Theme& m_theme;
    QString m_name;
    std::shared_ptr<IReviewLog> m_log;
    LocalDay m_today;
    std::optional<LogSpan> m_span;
    std::optional<LocalDay> m_firstRelease;
    Muscle m_muscle = Muscle::Hamstring;
    bool m_daysSet = false;  ///< days of one's own were chosen before
    std::optional<PeriodFacts> m_facts;
    std::optional<Error> m_error;
    ElidedLabel* m_nameLabel = nullptr;
    QLabel* m_periodLabel = nullptr;
    QComboBox* m_period = nullptr;
    QWidget* m_customBox = nullptr;
    QLabel* m_fromLabel = nullptr;
    QLabel* m_toLabel = nullptr;
    QDateEdit* m_from = nullptr;
    QDateEdit* m_to = nullptr;
    QLabel* m_daysLabel = nullptr;
    SorenessChart* m_chart = nullptr;
    QLabel* m_none = nullptr;
};

}  // namespace psolog
