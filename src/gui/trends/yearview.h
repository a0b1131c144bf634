// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "gui/trends/trendview.h"

class QComboBox;
class QLabel;

namespace psolog {

class Button;
class Theme;
class TrendTableModel;
class YearHeatMap;

/// A calendar year of one site as a heat map; the site of the verdict comes first.
class YearView : public TrendView {
    Q_OBJECT
public:
    YearView(const Theme& theme, TrendData& data, QWidget* parent = nullptr);

    /// The year of a site; takes effect with the next read().
    void setSite(Site site) { m_site = site; }
    [[nodiscard]] std::optional<Site> site() const { return m_site; }

    Result<std::optional<EmptyTrend>> read(TrendRange range) override;
    void showRange(DayRange bounds, DayRange range) override;
    [[nodiscard]] DayRange visibleDays() const override;
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool hasRange() const override { return false; }
    [[nodiscard]] QWidget& focusTarget() override;
    [[nodiscard]] Result<QAbstractItemModel*> table(DayRange days) override;
    [[nodiscard]] Result<std::string> csv(DayRange days) override;
    [[nodiscard]] std::vector<ExportSheet::Panel> panels(const QRect& area) override;
    void retranslate() override;

private:
    /// Reads the rows of the chosen site.
    Result<void> readSite();
    void fillSites(Site primary);
    void showYear(int year);

    std::optional<Site> m_site;
    std::shared_ptr<const TrendRows> m_rows;
    int m_firstYear = 0;
    int m_lastYear = 0;
    bool m_seen = false;  ///< a year was shown before; it is kept
    Button* m_earlier;
    Button* m_later;
    QLabel* m_year;
    QLabel* m_siteLabel;
    QComboBox* m_sites;
    YearHeatMap* m_map;
    TrendTableModel* m_model;
};

}  // namespace psolog
