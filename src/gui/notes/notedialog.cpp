// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/notes/notedialog.h"

#include <algorithm>

#include <QEvent>
#include <QPushButton>
#include <QShortcut>

#include "core/validation.h"
#include "gui/body/sitewords.h"
#include "gui/notes/dialogsize.h"
#include "gui/notes/noteedits.h"
#include "gui/notes/notewords.h"
#include "gui/shell/services.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"
#include "ui_notedialog.h"

namespace psolog {

namespace {
enum Scope { kGeneral, kDay, kRange };
constexpr QSize kFirstSize{500, 580};
constexpr QSize kSizeWithName{500, 690};
constexpr int kTextHeight = 170;  ///< of the note with its label and hint, at 100 % text
constexpr int kAnyMuscle = -1;
}  // namespace

NoteDialog::NoteDialog(Services& services, const NoteRequest& request, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_request(request),
      m_ui(std::make_unique<Ui::NoteDialog>()),
      m_id(request.change ? request.change->id : services.ids.make<CoachNoteId>())
{
    if (m_request.change) {
        m_request.days = m_request.change->days;
        m_request.muscle = m_request.change->muscle;
    }
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("noteDialog"));
    build();
    retranslate();
    showScope();
    fitToScreen(*this, services.theme, request.author.empty() ? kSizeWithName : kFirstSize);
    m_ui->textEdit->setFocus();
}

NoteDialog::~NoteDialog() = default;

void NoteDialog::build()
{
    const LocalDay today = m_services.today();
    const NoteDays days = m_request.days.value_or(NoteDays{today, today});
    m_ui->textFields->setMinimumHeight(m_services.theme.px(kTextHeight));
    m_ui->bodyScrollArea->viewport()->setAutoFillBackground(false);
    m_ui->bodyWidget->setAutoFillBackground(false);
    for (const int scope : {kGeneral, kDay, kRange})
        m_ui->aboutComboBox->addItem(QString(), scope);
    m_ui->aboutComboBox->setCurrentIndex(!m_request.days ? kGeneral : days.first == days.last ? kDay : kRange);
    m_ui->muscleComboBox->addItem(QString(), kAnyMuscle);
    for (const auto& row : NameTable<Muscle>::rows)
        m_ui->muscleComboBox->addItem(muscleLabel(row.value), static_cast<int>(row.value));
    if (m_request.muscle)
        m_ui->muscleComboBox->setCurrentIndex(m_ui->muscleComboBox->findData(static_cast<int>(*m_request.muscle)));
    m_ui->firstDateEdit->setDate(toQDate(days.first));
    m_ui->lastDateEdit->setDate(toQDate(days.last));
    m_ui->textEdit->setPlainText(m_request.change ? QString::fromStdString(m_request.change->text) : QString());
    m_ui->authorFields->setVisible(m_request.author.empty());
    m_ui->authorLineEdit->setMaxLength(static_cast<int>(kMaxNameLength));
    m_ui->errorLabel->hide();
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setObjectName(QStringLiteral("noteSaveButton"));
    setLook(m_ui->buttonBox->button(QDialogButtonBox::Save), "variant", QStringLiteral("primary"));

    connect(m_ui->aboutComboBox, &QComboBox::currentIndexChanged, this, &NoteDialog::showScope);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &NoteDialog::save);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* keys = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(keys, &QShortcut::activated, this, &NoteDialog::save);
    const auto forget = [this] {
        m_ui->errorLabel->hide();
        setLook(m_ui->textEdit, "invalid", false);
        setLook(m_ui->authorLineEdit, "invalid", false);
    };
    connect(m_ui->textEdit, &QPlainTextEdit::textChanged, this, forget);
    connect(m_ui->authorLineEdit, &QLineEdit::textChanged, this, forget);
    connect(m_ui->firstDateEdit, &QDateEdit::dateChanged, this, forget);
    connect(m_ui->lastDateEdit, &QDateEdit::dateChanged, this, forget);
}

void NoteDialog::fillScopes()
{
    m_ui->aboutComboBox->setItemText(kGeneral,
                                     m_request.athlete.isEmpty() ? tr("The runner in general")
                                                                 : tr("%1 in general").arg(m_request.athlete));
    m_ui->aboutComboBox->setItemText(kDay, tr("A day"));
    m_ui->aboutComboBox->setItemText(kRange, tr("A range of days"));
    m_ui->muscleComboBox->setItemText(0, tr("All muscles"));
}

void NoteDialog::retranslate()
{
    const bool change = m_request.change.has_value();
    setWindowTitle(change ? tr("Change note") : tr("New note"));
    m_ui->titleLabel->setText(m_request.athlete.isEmpty() ? windowTitle() : tr("Note for %1").arg(m_request.athlete));
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setText(change ? tr("&Save changes") : tr("&Save note"));
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    fillScopes();
    showScope();
}

void NoteDialog::showScope()
{
    const int scope = m_ui->aboutComboBox->currentIndex();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->firstLabel, m_ui->firstDateEdit, m_ui->muscleLabel,
                                                           m_ui->muscleComboBox})
        widget->setVisible(scope != kGeneral);
    m_ui->lastLabel->setVisible(scope == kRange);
    m_ui->lastDateEdit->setVisible(scope == kRange);
    m_ui->firstLabel->setText(scope == kRange ? tr("&From") : tr("&Day"));
    m_ui->errorLabel->hide();
}

void NoteDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
}

CoachNote NoteDialog::note() const
{
    CoachNote note;
    note.id = m_id;
    note.author = m_request.author.empty() ? m_ui->authorLineEdit->text().trimmed().toStdString() : m_request.author;
    note.written = m_services.clock.now();
    if (m_request.change)
        note = broughtBack(note, *m_request.change, note.written);
    const int scope = m_ui->aboutComboBox->currentIndex();
    if (scope != kGeneral) {
        const LocalDay first = toLocalDay(m_ui->firstDateEdit->date());
        note.days = NoteDays{first, scope == kRange ? toLocalDay(m_ui->lastDateEdit->date()) : first};
        if (const int muscle = m_ui->muscleComboBox->currentData().toInt(); muscle != kAnyMuscle)
            note.muscle = static_cast<Muscle>(muscle);
    }
    note.text = noteText(m_ui->textEdit->toPlainText());
    return note;
}

void NoteDialog::showError(QWidget& field, const QString& text)
{
    m_ui->errorLabel->setText(text);
    m_ui->errorLabel->show();
    setLook(&field, "invalid", true);
    field.setFocus();
}

void NoteDialog::save()
{
    // What was asked for is not asked for again until it is answered.
    if (!m_ui->buttonBox->button(QDialogButtonBox::Save)->isEnabled())
        return;
    const CoachNote entered = note();
    if (entered.text.empty())
        return showError(*m_ui->textEdit, tr("Write something first."));
    if (const auto length = codePoints(entered.text); length > kMaxNoteLength) {
        const QLocale locale;
        return showError(
            *m_ui->textEdit,
            tr("This note has %1 characters; at most %2 fit. Nothing is lost: shorten it, then save again.")
                .arg(locale.toString(static_cast<qlonglong>(length)),
                     locale.toString(static_cast<qlonglong>(kMaxNoteLength))));
    }
    if (entered.author.empty() || !isPrintable(entered.author))
        return showError(*m_ui->authorLineEdit, tr("Enter your name, so that the runner knows who writes."));
    if (entered.days && entered.days->last < entered.days->first)
        return showError(*m_ui->lastDateEdit, tr("The last day comes before the first one."));
    if (const auto valid = validate(entered); !valid)
        return showFailure(valid.error());
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setEnabled(false);
    Q_EMIT saveRequested(entered);
}

void NoteDialog::showFailure(const Error& error)
{
    m_ui->errorLabel->setText(NoteWords::headline(error) + QStringLiteral(". ") + NoteWords::describe(error));
    m_ui->errorLabel->show();
    m_ui->buttonBox->button(QDialogButtonBox::Save)->setEnabled(true);
}

}  // namespace psolog
