// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QFrame>

#include "analysis/review.h"
#include "gui/verdict/verdictwords.h"

class QLabel;
class QLayout;

namespace psolog {

namespace Ui {
class VerdictCard;
}

/// What the log shows: the verdict on the primary outcome, or, without a verdict, what other sites did.
class VerdictCard : public QFrame {
    Q_OBJECT
public:
    explicit VerdictCard(QWidget* parent = nullptr);
    ~VerdictCard() override;

    /// The verdict, with its badge and numbers. `explained`: there are terms to show behind "How we know".
    void setVerdict(const VerdictWords& words, const Verdict* verdict, bool explained);
    /// Sites that have no verdict, the leading one first; not empty.
    void setOutcomes(const std::vector<Outcome>& outcomes);
    /// A muscle without any score.
    void setUnasked();
    /// Nothing, for a log that cannot be read.
    void clear();

    void setTermsShown(bool shown);
    void retranslate();

Q_SIGNALS:
    void termsToggled(bool shown);

private:
    /// A number with its caption.
    struct Figure {
        QWidget* box = nullptr;
        QLabel* value = nullptr;
        QLabel* caption = nullptr;
    };

    void addBadge(const QString& text, const char* tone);
    void setFigures(const std::vector<VerdictFigure>& figures);
    void setText(QLabel* label, const QString& text);

    std::unique_ptr<Ui::VerdictCard> m_ui;
    QLayout* m_badges;
    std::vector<Figure> m_figures;
};

}  // namespace psolog
