// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace psolog {

/// One line of plain text from elsewhere that never asks for more room than there is: what does not fit ends in "…" and
/// stands in the tool tip. Assistive technology reads all of it. GUI thread.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const char* look, QWidget* parent = nullptr);

    void setWords(const QString& text);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace psolog
