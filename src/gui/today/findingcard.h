// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "analysis/todayplan.h"
#include "core/result.h"
#include "gui/verdict/verdictwords.h"

class QLabel;
class QLayout;

namespace psolog {

class Button;
struct Services;

/// What the log shows so far, in the words of the Trends page: the verdict on the primary outcome and, in the release
/// phase, the early signs. The first verdict is read after the first paint: a start does not wait for it.
class FindingCard : public QFrame {
    Q_OBJECT
public:
    explicit FindingCard(Services& services, QWidget* parent = nullptr);

    /// Reads the log anew; on an error, see failed(), what is shown stays.
    void refresh(const TodayFacts& facts, const TodayPlan& plan);
    void retranslate();
    /// Leads to the trends.
    [[nodiscard]] Button& trendsButton() const { return *m_trendsButton; }

Q_SIGNALS:
    /// The log could not be read.
    void failed(const psolog::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showReview();
    void show(const VerdictWords& words);
    void clearSigns();

    Services& m_services;
    QLabel* m_badge;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_signs;
    Button* m_trendsButton;
    TodayFacts m_facts;
    bool m_waiting = false;  ///< for the first paint, to read the verdict
    bool m_painted = false;
};

}  // namespace psolog
