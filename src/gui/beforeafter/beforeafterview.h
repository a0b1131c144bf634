// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "analysis/beforeafter.h"

class QLabel;

namespace psolog {

class ChangeBar;
class Theme;

/// The glute tests before and after a release, side by side, with what the difference says and what it does not.
///
/// Thread: GUI. Ownership: the theme is borrowed.
class BeforeAfterView : public QWidget {
    Q_OBJECT
public:
    explicit BeforeAfterView(const Theme& theme, QWidget* parent = nullptr);

    /// `tests` is complete.
    void show(const BeforeAfter& tests);
    void retranslate();

private:
    BeforeAfter m_tests;
    QLabel* m_title;
    ChangeBar* m_left;
    ChangeBar* m_right;
    QLabel* m_words;
    QLabel* m_caveat;
};

}  // namespace psolog
