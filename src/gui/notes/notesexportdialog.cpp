// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/notesexportdialog.h"

#include <algorithm>

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "core/ports/inotesfiles.h"
#include "core/validation.h"
#include "gui/notes/dialogsize.h"
#include "gui/notes/noteedits.h"
#include "gui/notes/noteslistwidget.h"
#include "gui/notes/notewords.h"
#include "gui/notes/routinepreview.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/services.h"
#include "gui/widgets/make.h"
#include "gui/widgets/routinetexts.h"
#include "gui/widgets/wholefile.h"
#include "ui_notesexportdialog.h"

namespace psolog {

namespace {

constexpr QSize kFirstSize{560, 640};
constexpr int kNameInFile = 60;
const QString kSuffix = QStringLiteral("psolog-notes");

/// A name without what a file name cannot or should not hold.
QString fileNamePart(const std::string& name)
{
    QString part;
    for (const QChar c : QString::fromStdString(name))
        part += c.isLetterOrNumber() || QStringLiteral(" -_").contains(c) ? c : QLatin1Char('_');
    return part.simplified().left(kNameInFile).trimmed();
}

}  // namespace

NotesExportDialog::NotesExportDialog(Services& services, NotesFile file, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_file(std::move(file)),
      m_ui(std::make_unique<Ui::NotesExportDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("notesExportDialog"));
    auto* contents = new QWidget;
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, space::kXs, 0);
    column->setSpacing(space::kM);
    if (m_file.plan) {
        auto* plan = makeLabel(NoteWords::proposal(*m_file.plan), "strong", contents);
        plan->setObjectName(QStringLiteral("exportPlanLabel"));
        column->addWidget(plan);
        auto* preview = new RoutinePreview(contents);
        preview->setRoutine(m_file.plan->routine);
        column->addWidget(preview);
    }
    auto* notes = new NotesListWidget(contents);
    notes->setReadOnly(true);
    notes->setNotes(m_file.notes, services.today());
    notes->setVisible(!m_file.notes.empty());
    column->addWidget(notes);
    column->addStretch(1);
    m_ui->contentsScrollArea->setWidget(contents);
    m_ui->contentsScrollArea->viewport()->setAutoFillBackground(false);
    contents->setAutoFillBackground(false);

    m_ui->authorLineEdit->setMaxLength(static_cast<int>(kMaxNameLength));
    m_ui->authorLineEdit->setText(QString::fromStdString(m_file.author));
    m_ui->errorFrame->hide();
    m_ui->statusLabel->hide();
    QPushButton* save = m_ui->buttonBox->button(QDialogButtonBox::Save);
    save->setObjectName(QStringLiteral("exportSaveButton"));
    setLook(save, "variant", QStringLiteral("primary"));
    auto* copy = m_ui->buttonBox->addButton(QString(), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyPathButton"));
    copy->setAutoDefault(false);
    copy->hide();
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_path);
        m_ui->statusLabel->setText(tr("The path is in the clipboard."));
    });
    connect(save, &QPushButton::clicked, this, &NotesExportDialog::chooseFile);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->authorLineEdit, &QLineEdit::textChanged, this, &NotesExportDialog::refresh);
    retranslate();
    fitToScreen(*this, services.theme, kFirstSize);
    if (m_file.author.empty())
        m_ui->authorLineEdit->setFocus();
    else
        save->setFocus();
}

NotesExportDialog::~NotesExportDialog() = default;

void NotesExportDialog::retranslate()
{
    const QString athlete = QString::fromStdString(m_file.athleteName);
    setWindowTitle(tr("Notes to send"));
    m_ui->titleLabel->setText(athlete.isEmpty() ? tr("Notes to send") : tr("Notes for %1").arg(athlete));
    const auto withdrawnCount =
        std::count_if(m_file.notes.begin(), m_file.notes.end(), [](const CoachNote& note) { return note.withdrawn; });
    m_ui->contentsLabel->setText(
        tr("In the file: %1. Only this runner's program takes it in, after showing it.")
            .arg(NoteWords::contents(static_cast<int>(m_file.notes.size()) - static_cast<int>(withdrawnCount),
                                     static_cast<int>(withdrawnCount), m_file.plan.has_value())));
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setText(tr("&Save as…"));
    m_ui->buttonBox->button(QDialogButtonBox::Close)->setText(tr("Close"));
    findChild<QPushButton*>(QStringLiteral("copyPathButton"))->setText(tr("&Copy path"));
    m_ui->contentsScrollArea->setAccessibleName(tr("What is in the file"));
    refresh();
}

void NotesExportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
}

void NotesExportDialog::refresh()
{
    const bool anything = !m_file.notes.empty() || m_file.plan.has_value();
    const bool named = !m_ui->authorLineEdit->text().trimmed().isEmpty();
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setEnabled(anything && named);
    m_ui->buttonBox->button(QDialogButtonBox::Save)
        ->setToolTip(!anything   ? tr("Write a note or a plan first")
                         : named ? QString()
                                 : tr("Enter your name first"));
    m_ui->errorFrame->hide();
}

NotesFile NotesExportDialog::file() const
{
    NotesFile file = m_file;
    file.author = m_ui->authorLineEdit->text().trimmed().toStdString();
    file.written = m_services.clock.now();
    return file;
}

QString NotesExportDialog::proposedName() const
{
    const QString name = fileNamePart(m_file.athleteName);
    const QString day = QString::fromStdString(m_services.today().toString());
    return (name.isEmpty() ? tr("Notes %1", "file name").arg(day) : tr("%1 notes %2", "file name").arg(name, day))
        + QLatin1Char('.') + kSuffix;
}

void NotesExportDialog::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Save the notes"), folder, tr("Psolog notes (*.psolog-notes)"));
    dialog->setObjectName(QStringLiteral("saveNotesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(kSuffix);
    dialog->selectFile(proposedName());
    connect(dialog, &QFileDialog::fileSelected, this, &NotesExportDialog::saveTo);
    dialog->open();
}

bool NotesExportDialog::saveTo(const QString& path)
{
    m_ui->errorFrame->hide();
    m_ui->statusLabel->hide();
    if (m_services.coach == nullptr)
        return false;
    // What was named by mistake, one's own log, somebody else's or the library, stays.
    if (isKept(path, QString::fromStdString(m_services.file.path()))) {
        showError(tr("That is a log"), tr("The notes would replace it. Choose another name."));
        return false;
    }
    const NotesFile whole = file();
    if (const auto written = m_services.coach->notesFiles.write(whole, path.toStdString()); !written) {
        showError(NoteWords::headline(written.error()), NoteWords::describe(written.error()));
        return false;
    }
    m_path = QFileInfo(path).absoluteFilePath();
    m_ui->statusLabel->setText(tr("Saved as %1. Send it to the runner.").arg(QFileInfo(path).fileName()));
    m_ui->statusLabel->show();
    auto* copy = findChild<QPushButton*>(QStringLiteral("copyPathButton"));
    copy->show();
    copy->setFocus();
    Q_EMIT exported(m_path, whole.author);
    return true;
}

void NotesExportDialog::showError(const QString& title, const QString& text)
{
    m_ui->errorLabel->setText(title + QStringLiteral(". ") + text);
    m_ui->errorFrame->show();
}

}  // namespace psolog
