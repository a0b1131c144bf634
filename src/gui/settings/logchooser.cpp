// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/logchooser.h"

#include <utility>

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace psolog {

namespace {

const QString kSuffix = QStringLiteral("psolog");

QString tr(const char* text)
{
    return QCoreApplication::translate("LogChooser", text);
}

QFileDialog* makeDialog(QWidget* parent, const QString& title, const QString& folder)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Psolog logs (*.psolog)"), tr("All files (*)")});
    return dialog;
}

}  // namespace

void chooseLogToOpen(QWidget* parent, const QString& folder, std::function<void(const QString& path)> chosen)
{
    QFileDialog* dialog = makeDialog(parent, tr("Open another log"), folder);
    dialog->setObjectName(QStringLiteral("openLogDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString& file) { chosen(QFileInfo(file).absoluteFilePath()); });
    dialog->open();
}

void chooseNewLog(QWidget* parent, const QString& folder, std::function<void(const QString& path)> chosen,
                  std::function<void(const QString& path)> taken)
{
    QFileDialog* dialog = makeDialog(parent, tr("Start a new log"), folder);
    dialog->setObjectName(QStringLiteral("newLogDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(kSuffix);
    // Asking "replace?" would suggest that yes is possible.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen), taken = std::move(taken)](const QString& file) {
                         const QFileInfo info(file);
                         // A dangling link is no file to exists(), and still not ours to write through.
                         if (info.exists() || info.isSymLink())
                             taken(info.absoluteFilePath());
                         else
                             chosen(info.absoluteFilePath());
                     });
    dialog->open();
}

QString nameTakenMessage(const QString& path)
{
    return tr("There is already a file named %1. Psolog does not replace it; choose another name, or open it.")
        .arg(QFileInfo(path).fileName());
}

}  // namespace psolog
