// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QBoxLayout;
class QScrollArea;

namespace psolog {

class Theme;

/// The list of keyboard shortcuts, for F1; closes with Esc.
/// Thread: GUI. Ownership: the theme is borrowed.
class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const Theme& theme, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();

    const Theme& m_theme;
    QScrollArea* m_scroll;
    QBoxLayout* m_columns = nullptr;
};

}  // namespace psolog
