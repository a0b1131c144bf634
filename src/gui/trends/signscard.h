// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "core/records.h"
#include "gui/trends/trenddata.h"

class QGridLayout;
class QLabel;

namespace psolog {

/// The card at the right: the first two release weeks against the baseline, or, before the first release, the scores
/// of the latest check-in.
class SignsCard : public QFrame {
    Q_OBJECT
public:
    explicit SignsCard(QWidget* parent = nullptr);

    void setSigns(const std::vector<SignRow>& rows);
    void setLatest(const std::optional<CheckIn>& latest, LocalDay today);

private:
    void clearRows();
    void addRow(const QString& label, const QString& value, const char* tone);

    QLabel* m_title;
    QLabel* m_note;
    QGridLayout* m_rows;
    int m_used = 0;  ///< rows of the grid in use
};

}  // namespace psolog
