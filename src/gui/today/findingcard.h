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
/// phase, the early signs.
class FindingCard : public QFrame {
    Q_OBJECT
public:
    explicit FindingCard(Services& services, QWidget* parent = nullptr);

    /// Reads the log anew; shows nothing new on an error, which is returned.
    Result<void> refresh(const TodayFacts& facts, const TodayPlan& plan);
    void retranslate();
    /// Leads to the trends.
    [[nodiscard]] Button& trendsButton() const { return *m_trendsButton; }

private:
    void show(const VerdictWords& words);
    void clearSigns();

    Services& m_services;
    QLabel* m_badge;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_signs;
    Button* m_trendsButton;
};

}  // namespace psolog
