// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/notesimportdialog.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "core/notesahead.h"
#include "core/ports/icoachnotes.h"
#include "core/ports/inotesfiles.h"
#include "gui/notes/dialogsize.h"
#include "gui/notes/noterow.h"
#include "gui/notes/notewords.h"
#include "gui/notes/routinepreview.h"
#include "gui/shell/coachservices.h"
#include "gui/shell/services.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"
#include "ui_notesimportdialog.h"

namespace psolog {

namespace {

constexpr QSize kFirstSize{580, 640};
constexpr QSize kErrorSize{520, 230};
constexpr int kMostRows = 200;  ///< notes listed; the others are counted
const QString kSuffix = QStringLiteral(".psolog-notes");

/// Whether the path is the open log, under whatever name: reading it would drop the locks that keep it safe.
bool isOwnLog(const QString& path, const Services& services)
{
    std::error_code ignored;
    return std::filesystem::equivalent(path.toStdString(), services.file.path(), ignored);
}

}  // namespace

NotesImportDialog::NotesImportDialog(Services& services, const QString& path, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_ui(std::make_unique<Ui::NotesImportDialog>()),
      m_preview(nullptr),
      m_path(path)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("notesImportDialog"));
    QPushButton* take = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    take->setObjectName(QStringLiteral("takeInButton"));
    setLook(take, "variant", QStringLiteral("primary"));
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelButton"));
    m_ui->contentsScrollArea->viewport()->setAutoFillBackground(false);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &NotesImportDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    read(path);
    retranslate();
    fitToScreen(*this, services.theme, m_ui->contentsScrollArea->isHidden() ? kErrorSize : kFirstSize);
    m_ui->buttonBox->button(canTakeIn() ? QDialogButtonBox::Ok : QDialogButtonBox::Cancel)->setFocus();
}

NotesImportDialog::~NotesImportDialog() = default;

void NotesImportDialog::read(const QString& path)
{
    if (m_services.coach == nullptr)
        return;
    if (isOwnLog(path, m_services)) {
        m_error = Error{ErrorCode::OwnLog, {}};
        return;
    }
    auto file = m_services.coach->notesFiles.read(path.toStdString());
    if (!file) {
        m_error = std::move(file.error());
        return;
    }
    if (const auto valid = refuseAhead(*file, m_services.clock.now()); !valid) {
        m_error = valid.error();
        return;
    }
    auto atHand = m_services.coach->received.all();
    const auto plan = m_services.coach->received.plan();
    if (!atHand || !plan) {
        m_error = atHand ? plan.error() : atHand.error();
        return;
    }
    m_file = std::move(*file);
    m_atHand = std::move(*atHand);
    m_comparison = compareNotes(m_atHand, *plan, *m_file);
}

QString NotesImportDialog::obstacle()
{
    const auto athlete = m_services.athletes.athlete();
    if (!athlete)
        return NoteWords::headline(athlete.error()) + QStringLiteral(". ") + NoteWords::describe(athlete.error());
    if (!*athlete)
        return tr("Your log has not begun yet. Begin it, then take the notes in.");
    if ((*athlete)->id != m_file->athlete)
        return m_file->athleteName.empty()
            ? tr("These notes are for another runner, not for you. They cannot be taken in.")
            : tr("These notes are for %1, not for you. They cannot be taken in.")
                  .arg(QString::fromStdString(m_file->athleteName));
    if (m_services.file.readOnly())
        return tr("Your log can only be read, so the notes cannot be kept in it.");
    return {};
}

bool NotesImportDialog::canTakeIn() const
{
    return m_ui->buttonBox->button(QDialogButtonBox::Ok)->isEnabled();
}

void NotesImportDialog::refresh()
{
    m_ui->errorFrame->hide();
    m_ui->factsLabel->setVisible(m_file.has_value());
    m_ui->changesLabel->setVisible(m_file.has_value());
    m_ui->contentsScrollArea->setVisible(m_file.has_value());
    m_ui->hintLabel->setVisible(m_file.has_value());
    QPushButton* take = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    take->setEnabled(false);
    if (!m_file) {
        m_ui->titleLabel->setText(QFileInfo(m_path).fileName());
        const Error error = m_error.value_or(Error{ErrorCode::Internal, {}});
        return showError(NoteWords::headline(error), NoteWords::describe(error));
    }
    const LocalDay today = m_services.today();
    m_ui->titleLabel->setText(tr("Notes from %1").arg(QString::fromStdString(m_file->author)));
    const QString written =
        tr("Written on %1 at %2")
            .arg(longDate(localDayOf(m_file->written, std::chrono::minutes(0)), today), clockTime(m_file->written));
    m_ui->factsLabel->setText(m_file->athleteName.empty()
                                  ? written + QLatin1Char('.')
                                  : tr("%1, for %2.").arg(written, QString::fromStdString(m_file->athleteName)));
    m_ui->changesLabel->setText(NoteWords::changes(m_comparison));
    const QString why = obstacle();
    if (!why.isEmpty()) {
        // Nothing of what somebody else was told is shown.
        m_ui->changesLabel->hide();
        m_ui->contentsScrollArea->hide();
        m_ui->hintLabel->hide();
        m_ui->errorLabel->setText(why);
        m_ui->errorFrame->show();
        return;
    }
    take->setEnabled(!m_comparison.changesNothing());
    showNotes();
}

void NotesImportDialog::showNotes()
{
    const LocalDay today = m_services.today();
    auto* contents = new QWidget;
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, space::kXs, 0);
    column->setSpacing(space::kM);
    if (m_comparison.newPlan) {
        auto* plan = makeLabel(NoteWords::proposal(*m_file->plan), "strong", contents);
        plan->setObjectName(QStringLiteral("importPlanLabel"));
        column->addWidget(plan);
        m_preview = new RoutinePreview(contents);
        m_preview->setRoutine(m_file->plan->routine);
        column->addWidget(m_preview);
        column->addWidget(makeLabel(NoteWords::planCaution(), "small", contents));
    }
    int rows = 0;
    int left = 0;
    // Each note as if it came alone; everything else of the file is copied once.
    NotesFile one = *m_file;
    one.plan.reset();
    for (const CoachNote& note : m_file->notes) {
        const auto known =
            std::find_if(m_atHand.begin(), m_atHand.end(), [&](const CoachNote& other) { return other.id == note.id; });
        one.notes = {note};
        const NotesComparison what = compareNotes(m_atHand, std::nullopt, one);
        if (what.changesNothing())
            continue;
        if (rows >= kMostRows) {
            ++left;
            continue;
        }
        // Of one taken back the words are shown that go.
        auto* row = new NoteRow(what.withdrawn > 0 ? *known : note, today, contents);
        row->setTag(what.added > 0         ? tr("new")
                        : what.changed > 0 ? tr("changed")
                                           : tr("taken back"),
                    what.withdrawn > 0 ? "warn" : "neutral");
        column->addWidget(row);
        ++rows;
    }
    if (left > 0)
        column->addWidget(makeLabel(tr("and %n more", nullptr, left), "muted", contents));
    column->addStretch(1);
    m_ui->contentsScrollArea->setWidget(contents);
    contents->setAutoFillBackground(false);
}

void NotesImportDialog::showError(const QString& title, const QString& text)
{
    m_ui->errorLabel->setText(title + QStringLiteral(". ") + text);
    m_ui->errorFrame->show();
}

void NotesImportDialog::retranslate()
{
    setWindowTitle(tr("Take in notes"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("&Take in"));
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->contentsScrollArea->setAccessibleName(tr("What is in the file"));
    refresh();
}

void NotesImportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
}

void NotesImportDialog::accept()
{
    if (!canTakeIn())
        return;
    if (const auto stored = m_services.coach->received.take(*m_file); !stored) {
        showError(NoteWords::headline(stored.error()), NoteWords::describe(stored.error()));
        return;
    }
    const QString message =
        tr("Taken in from %1: %2").arg(QString::fromStdString(m_file->author), NoteWords::changes(m_comparison));
    m_services.changes.announce();
    QDialog::accept();
    Q_EMIT taken(message);
}

void takeInNotes(Services& services, QWidget* parent, const QString& path,
                 std::function<void(const QString& message)> taken)
{
    auto* dialog = new NotesImportDialog(services, path, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &NotesImportDialog::taken, parent, std::move(taken));
    dialog->open();
}

void chooseNotesToTakeIn(Services& services, QWidget* parent, std::function<void(const QString& message)> taken)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto* dialog = new QFileDialog(parent, NotesImportDialog::tr("Take in notes"), folder);
    dialog->setObjectName(QStringLiteral("takeInNotesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {NotesImportDialog::tr("Psolog notes (*.psolog-notes)"), NotesImportDialog::tr("All files (*)")});
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [&services, parent, taken = std::move(taken)](const QString& path) {
                         takeInNotes(services, parent, path, taken);
                     });
    dialog->open();
}

bool isNotesFileName(const QString& path)
{
    return path.endsWith(kSuffix, Qt::CaseInsensitive);
}

}  // namespace psolog
