// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/ports/isettings.h"
#include "gui/shell/page.h"

namespace psolog {

namespace Ui {
class SettingsPage;
}

class ReminderCard;
class SessionCard;
class SoundCard;

/// Everything the user can set. Each change is stored and applied at once; when storing fails, the page says so, keeps
/// what was chosen and offers to try again.
/// Thread: GUI.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(Services& services, QWidget* parent = nullptr);
    ~SettingsPage() override;

    void activate() override;

public Q_SLOTS:
    void showShortcuts();
    void showAbout();

Q_SIGNALS:
    /// The settings were stored; what depends on them reads them again.
    void settingsChanged();
    /// The user chose another log; the path exists.
    void openLogRequested(const QString& path);
    /// The user named a new log; there is no file of that name.
    void newLogRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpForm();
    void setTabOrders();
    void arrangeColumns();
    void connectControls();
    void showSettings();
    /// The stored settings with what the controls say.
    [[nodiscard]] Settings chosen() const;
    /// Stores and applies what the controls say.
    void store();
    void showPreview();
    void textSizeMoved(int value);
    void showLog();
    void retranslate();
    void showInFolder();

    std::unique_ptr<Ui::SettingsPage> m_ui;
    SoundCard* m_sound;
    SessionCard* m_session;
    ReminderCard* m_reminder;
};

}  // namespace psolog
