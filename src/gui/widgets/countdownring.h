// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/theme/palettes.h"

namespace psolog {

class Theme;

/// A ring that empties clockwise around a number: what is left of a countdown. With a caption above the number and a
/// note of at most two lines below it. Scales with its size; accessible as a progress bar with the number as its value.
class CountdownRing : public QWidget {
    Q_OBJECT
public:
    explicit CountdownRing(Theme& theme, QWidget* parent = nullptr);

    /// Part of the countdown that is left, 0-1.
    void setRemaining(double fraction);
    /// The number in the middle, e.g. seconds left, or "2:38".
    void setNumber(const QString& text);
    /// A word above the number ("HOLD"), in the colour of a role; empty for none.
    void setCaption(const QString& text, Role role = Role::MuscleHighlight);
    /// A line below the number; empty for none.
    void setNote(const QString& text);
    /// Caption and note are never smaller than this many px at 100 % text size; the note wraps instead, and is left out
    /// where it does not fit even then (see showsNote()).
    void setSmallestText(int pixels);

    /// True when there is a note and the ring is large enough for it.
    [[nodiscard]] bool showsNote() const;
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QString number() const { return m_number; }
    [[nodiscard]] QString caption() const { return m_caption; }
    [[nodiscard]] double remaining() const { return m_remaining; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Place of the note in a ring of this diameter, seen from its centre.
    [[nodiscard]] static QRectF noteBox(double side);
    [[nodiscard]] bool noteFits(const QFont& font, double side) const;
    [[nodiscard]] QFont noteFont(double side) const;

    Theme& m_theme;
    double m_remaining = 0;
    QString m_number;
    QString m_caption;
    QString m_note;
    Role m_captionRole = Role::MuscleHighlight;
    int m_smallestText = 8;
};

}  // namespace psolog
