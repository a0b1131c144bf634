// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QFrame>

#include "analysis/finding.h"

class QLabel;

namespace psolog {

namespace Ui {
class FindingCard;
}

/// What the log shows so far about one site: medians before and since the first release, how many days they rest on,
/// and what that is worth.
class FindingCard : public QFrame {
    Q_OBJECT
public:
    explicit FindingCard(QWidget* parent = nullptr);
    ~FindingCard() override;

    void setFinding(const Finding& finding);

private:
    /// A number with its caption.
    struct Figure {
        QWidget* box = nullptr;
        QLabel* value = nullptr;
        QLabel* caption = nullptr;
    };

    void setFigure(std::size_t index, const QString& value, const QString& caption);

    std::unique_ptr<Ui::FindingCard> m_ui;
    std::vector<Figure> m_figures;
};

}  // namespace psolog
