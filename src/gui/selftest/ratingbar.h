// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QAbstractButton>
#include <QWidget>

#include "core/records.h"

namespace psolog {

class Theme;

/// One rating: its key and its word. Checked: it was given; offered: the one big key would give it now.
class RatingButton : public QAbstractButton {
    Q_OBJECT
public:
    RatingButton(Theme& theme, const QString& key, QWidget* parent = nullptr);

    void setOffered(bool offered);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Theme& m_theme;
    QString m_key;
    bool m_offered = false;
};

/// The five ratings of a contraction, 0-4, side by side, readable at two metres. Clicks beside them end here.
class RatingBar : public QWidget {
    Q_OBJECT
public:
    explicit RatingBar(Theme& theme, QWidget* parent = nullptr);

    /// Lights one rating; none when empty. Emits nothing.
    void setRating(std::optional<Contraction> rating);
    /// Marks the rating that the one big key would give now; none when empty.
    void setOffered(std::optional<Contraction> offered);
    void retranslate();

Q_SIGNALS:
    void rated(psolog::Contraction contraction);

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    std::array<RatingButton*, 5> m_buttons{};
};

}  // namespace psolog
