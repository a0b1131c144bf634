// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "gui/theme/palettes.h"
#include "session/selftestresult.h"

namespace psolog {

class Theme;

/// One row of a result: a name, the scale 0-4, the median as a dot with its spread as a bar, and where it was last time
/// as a ring.
class SpreadBar : public QWidget {
    Q_OBJECT
public:
    explicit SpreadBar(Theme& theme, QWidget* parent = nullptr);

    void setReading(const QString& name, const std::optional<ReadingSpread>& spread, Role color);
    void setBefore(const std::optional<ReadingSpread>& before);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QString m_name;
    std::optional<ReadingSpread> m_spread;
    std::optional<ReadingSpread> m_before;
    Role m_role = Role::SeriesLeft;
};

}  // namespace psolog
