// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>

namespace psolog {

/// A label in one of the text looks of the style sheet: page-title, card-title, strong, muted, small, error, number,
/// or empty for body text. Plain text always; wraps.
[[nodiscard]] QLabel* makeLabel(const QString& text, const char* look, QWidget* parent = nullptr);

/// A small tinted tag: neutral, good, warn or bad.
[[nodiscard]] QLabel* makeBadge(const QString& text, const char* tone, QWidget* parent = nullptr);
void setBadgeTone(QLabel* badge, const char* tone);

/// The picture of a key, for hints.
[[nodiscard]] QLabel* makeKeyCap(const QString& key, QWidget* parent = nullptr);

/// A white rounded surface; put a layout into it.
[[nodiscard]] QFrame* makeCard(QWidget* parent = nullptr);

/// A tinted box for a message: info, warn or bad; put a layout into it.
[[nodiscard]] QFrame* makeBanner(const char* tone, QWidget* parent = nullptr);

/// A hairline.
[[nodiscard]] QFrame* makeDivider(QWidget* parent = nullptr);

/// Text as a tool tip that shows it as it is, whatever it looks like, and wraps. Empty stays empty.
[[nodiscard]] QString plainToolTip(const QString& text);

/// Sets a property the style sheet selects by, and lets the style see it.
void setLook(QWidget* widget, const char* property, const QVariant& value);

}  // namespace psolog
