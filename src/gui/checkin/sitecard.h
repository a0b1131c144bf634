// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>

#include "core/score.h"
#include "core/site.h"

class QLabel;

namespace psolog {

class ScoreScale;
class Theme;

/// The card of the muscle that is being rated: its name, its last score, the scale, and the keys. GUI thread only.
class SiteCard : public QFrame {
    Q_OBJECT
public:
    explicit SiteCard(Theme& theme, QWidget* parent = nullptr);

    /// Shows a site with its score; `comparison` ("yesterday 5") may be empty.
    void showSite(Site site, std::optional<Score> score, const QString& comparison);
    void showScore(std::optional<Score> score);
    void setReadOnly(bool readOnly);
    void retranslate();

Q_SIGNALS:
    /// The user rated the site shown (empty: not asked).
    void scoreEdited(psolog::Site site, std::optional<psolog::Score> score);

private:
    void addHint(QLayout* row, const QStringList& keys, QLabel* words);

    Site m_site;
    QString m_comparison;
    QLabel* m_title;
    QLabel* m_comparisonLabel;
    ScoreScale* m_scale;
    QLabel* m_digitsHint;
    QLabel* m_tenHint;
    QLabel* m_arrowsHint;
    QLabel* m_tabHint;
    QLabel* m_deleteHint;
};

}  // namespace psolog
