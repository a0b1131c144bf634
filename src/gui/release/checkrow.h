// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace psolog {

/// A check box with a text that wraps; a click anywhere on the row toggles it. The text is the box's accessible name.
class CheckRow : public QWidget {
    Q_OBJECT
public:
    explicit CheckRow(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] bool isChecked() const;
    /// Sets the box; emits nothing.
    void setChecked(bool checked);
    [[nodiscard]] QCheckBox* box() const { return m_box; }

Q_SIGNALS:
    /// The user changed it.
    void toggled(bool checked);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QCheckBox* m_box;
    QLabel* m_label;
};

}  // namespace psolog
