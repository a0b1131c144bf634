// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QLabel>

namespace psolog {

/// A label of plain, wrapping text that remembers how high it is. Nested layouts ask for the height at a width many
/// times before a window is shown, and QLabel lays out its text anew each time. GUI thread only.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(QWidget* parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;

private:
    mutable QString m_measured;            ///< the text that the heights are of
    mutable bool m_wrapped = true;         ///< how it was set
    mutable std::map<int, int> m_heights;  ///< by width
};

}  // namespace psolog
