// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "gui/verdict/verdictterms.h"

class QGridLayout;
class QLabel;

namespace psolog {

class Theme;

/// "How we know": every term behind the verdict with its value and what it means, in one or two columns.
class TermsCard : public QFrame {
    Q_OBJECT
public:
    explicit TermsCard(const Theme& theme, QWidget* parent = nullptr);

    void setTerms(const std::vector<VerdictTerm>& terms);
    void retranslate();

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    const Theme& m_theme;
    QLabel* m_title;
    QGridLayout* m_grid;
    std::vector<QWidget*> m_cells;
    int m_columns = 0;
};

}  // namespace psolog
