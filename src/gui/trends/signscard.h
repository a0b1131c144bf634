// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "analysis/review.h"

class QGridLayout;
class QLabel;

namespace psolog {

/// The early signs: what the idea promises for the first two weeks of release, each seen, not seen or too early; before
/// the first release, what will be looked at.
class SignsCard : public QFrame {
    Q_OBJECT
public:
    explicit SignsCard(QWidget* parent = nullptr);

    /// `day`: the day of the release phase, the first is 1; nothing before the first release.
    void setSigns(const std::vector<SignFinding>& signs, std::optional<int> day);

private:
    void clearRows();
    void addRow(const QString& label, const QString& value, const char* tone, const QString& detail);

    QLabel* m_title;
    QLabel* m_note;
    QGridLayout* m_rows;
    int m_used = 0;  ///< rows of the grid in use
};

}  // namespace psolog
