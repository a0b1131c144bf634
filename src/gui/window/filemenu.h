// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace psolog {

struct Services;

/// What concerns the log as a whole: its report, a copy to hand over, another log, a new one, and the end of the
/// program. The keys of the actions work wherever the actions are added.
class FileMenu : public QMenu {
    Q_OBJECT
public:
    /// Dialogs belong to the window.
    FileMenu(Services& services, QWidget& window);

    void retranslate();
    /// While a flow or the first start has the window, only quitting is left.
    void setInFlow(bool inFlow);

public Q_SLOTS:
    void showReport();
    void showShare();
    void openLog();
    void newLog();
    /// Asks for a notes file of a coach; without a path. With one: shows what it holds.
    void takeInNotes(const QString& path = {});

Q_SIGNALS:
    /// The user chose another log; the path exists.
    void openLogRequested(const QString& path);
    /// The user named a new log; there is no file of that name.
    void newLogRequested(const QString& path);
    /// The user named a new log as a file that is there.
    void nameTaken(const QString& message);
    /// Something was done for the foot of the window.
    void noticed(const QString& message);
    void quitRequested();

private:
    [[nodiscard]] QString folder() const;

    Services& m_services;
    QWidget& m_window;
    QAction* m_report;
    QAction* m_share;
    QAction* m_takeIn;
    QAction* m_open;
    QAction* m_new;
    QAction* m_quit;
};

}  // namespace psolog
