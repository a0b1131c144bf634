// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace psolog {

/// Two widgets side by side while both fit, one above the other when they do not.
class SplitRow : public QWidget {
    Q_OBJECT
public:
    /// Takes ownership of both. The widths are shared by the stretches; 0 keeps a widget at its own width.
    SplitRow(QWidget* first, int firstStretch, QWidget* second, int secondStretch, QWidget* parent = nullptr);

    /// The first widget is never made narrower than this beside the second; in px.
    void setFirstMinimum(int width);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();

    QBoxLayout* m_layout;
    QWidget* m_first;
    QWidget* m_second;
    int m_secondStretch;
    int m_firstMinimum = 0;
};

}  // namespace psolog
