// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QAbstractButton>
#include <QWidget>

#include "core/records.h"

namespace psolog {

class Theme;

/// One rating with its key above its word.
class RatingButton : public QAbstractButton {
    Q_OBJECT
public:
    RatingButton(Theme& theme, const QString& key, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Theme& m_theme;
    QString m_key;
};

/// The five ratings of a contraction, 0-4, side by side.
class RatingBar : public QWidget {
    Q_OBJECT
public:
    explicit RatingBar(Theme& theme, QWidget* parent = nullptr);

    /// Lights one rating; none when empty. Emits nothing.
    void setRating(std::optional<Contraction> rating);
    void retranslate();

Q_SIGNALS:
    void rated(psolog::Contraction contraction);

private:
    std::array<RatingButton*, 5> m_buttons{};
};

}  // namespace psolog
