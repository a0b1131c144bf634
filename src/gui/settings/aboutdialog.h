// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace psolog {

class Theme;

/// Version, licence, what Psolog is not, and the libraries it stands on. Thread: GUI.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(const Theme& theme, QWidget* parent = nullptr);
};

}  // namespace psolog
