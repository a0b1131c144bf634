// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "core/result.h"

namespace psolog {

namespace Ui {
class LogProblemWidget;
}

/// Shown instead of the pages when a log cannot be opened: what happened, which file, and the ways on. It touches no
/// file; the composition root acts on its signals. Thread: GUI.
class LogProblemWidget : public QWidget {
    Q_OBJECT
public:
    explicit LogProblemWidget(QWidget* parent = nullptr);
    ~LogProblemWidget() override;

    /// Shows why the log at the path could not be opened, and sets the focus to the best next step.
    void showProblem(const QString& path, const Error& error);
    [[nodiscard]] QString path() const;

Q_SIGNALS:
    void retryRequested();
    /// The user chose another log; the path exists.
    void openLogRequested(const QString& path);
    /// The user named a new log; there is no file of that name.
    void newLogRequested(const QString& path);
    void quitRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWords();

    std::unique_ptr<Ui::LogProblemWidget> m_ui;
    Error m_error;
};

}  // namespace psolog
