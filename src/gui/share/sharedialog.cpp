// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/share/sharedialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QScreen>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QUrl>

#include "gui/share/sharewords.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/make.h"
#include "ui_sharedialog.h"

namespace psolog {

namespace {

constexpr QSize kFirstSize{640, 760};
constexpr int kFourWeeks = 28;
constexpr int kMonths = 3;

/// Shows that the program is at work, for its life.
class WaitCursor {
public:
    WaitCursor() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QApplication::restoreOverrideCursor(); }
    WaitCursor(const WaitCursor&) = delete;
    WaitCursor& operator=(const WaitCursor&) = delete;
};

}  // namespace

ShareDialog::ShareDialog(Services& services, ISnapshots& snapshots, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_snapshots(snapshots),
      m_ui(std::make_unique<Ui::ShareDialog>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("shareDialog"));
    // Each with the days that it stands for; the order is that of Days.
    m_ui->daysComboBox->addItems(
        {tr("All days"), tr("The last 4 weeks"), tr("The last 3 months"), tr("From a day on")});
    const QDate today = toQDate(services.today());
    m_ui->fromDateEdit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    m_ui->fromDateEdit->setMaximumDate(today);
    m_ui->fromDateEdit->setDate(today.addDays(1 - kFourWeeks));
    m_ui->choicesGrid->setColumnStretch(1, 1);
    connectWidgets();
    const QSize most = (parent != nullptr ? parent->screen() : screen())->availableSize() * 0.92;
    const Theme& theme = services.theme;
    resize(QSize(theme.px(kFirstSize.width()), theme.px(kFirstSize.height())).boundedTo(most));
    chooseDays();
    m_ui->saveButton->setFocus();
}

ShareDialog::~ShareDialog() = default;

void ShareDialog::connectWidgets()
{
    connect(m_ui->daysComboBox, &QComboBox::currentIndexChanged, this, &ShareDialog::chooseDays);
    connect(m_ui->fromDateEdit, &QDateEdit::dateChanged, this, &ShareDialog::chooseDate);
    connect(m_ui->notesCheckBox, &QCheckBox::toggled, this, &ShareDialog::refresh);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ShareDialog::chooseFile);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::close);
    connect(m_ui->copyPathButton, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_path); });
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, &ShareDialog::openFolder);
}

SnapshotOptions ShareDialog::options() const
{
    SnapshotOptions options;
    options.notes = m_ui->notesCheckBox->isChecked();
    if (static_cast<Days>(m_ui->daysComboBox->currentIndex()) != Days::All)
        options.firstDay = toLocalDay(m_ui->fromDateEdit->date());
    return options;
}

void ShareDialog::chooseDays()
{
    const auto days = static_cast<Days>(m_ui->daysComboBox->currentIndex());
    const QDate today = toQDate(m_services.today());
    {
        const QSignalBlocker quiet(m_ui->fromDateEdit);
        if (days == Days::FourWeeks)
            m_ui->fromDateEdit->setDate(today.addDays(1 - kFourWeeks));
        else if (days == Days::ThreeMonths)
            m_ui->fromDateEdit->setDate(today.addMonths(-kMonths).addDays(1));
    }
    m_ui->fromDateEdit->setVisible(days != Days::All);
    m_ui->fromLabel->setVisible(days != Days::All);
    refresh();
}

void ShareDialog::chooseDate(const QDate&)
{
    const QSignalBlocker quiet(m_ui->daysComboBox);
    m_ui->daysComboBox->setCurrentIndex(static_cast<int>(Days::FromDay));
    refresh();
}

void ShareDialog::refresh()
{
    m_ui->errorBanner->hide();
    m_ui->doneBanner->hide();
    const SnapshotOptions chosen = options();
    const auto contents = m_snapshots.preview(chosen);
    const auto withNotes = m_snapshots.preview({chosen.firstDay, true});
    m_ui->saveButton->setEnabled(contents && withNotes);
    m_ui->contentsCard->setVisible(contents && withNotes);
    if (!contents || !withNotes)
        return showError(whyNoSnapshot(contents ? withNotes.error() : contents.error(), {}));
    m_contents = *contents;
    showContents(*contents, chosen.notes ? 0 : withNotes->notes);
}

void ShareDialog::showContents(const SnapshotContents& contents, int notesLeftOut)
{
    QGridLayout* grid = m_ui->contentsGrid;
    const auto lines = contentsInLines(contents, notesLeftOut);
    const bool first = grid->count() == 0;
    QStringList spoken;
    for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        const ShareLine& line = lines[static_cast<std::size_t>(row)];
        if (first) {
            grid->addWidget(makeLabel(line.name, "muted"), row, 0, Qt::AlignTop);
            QLabel* value = makeLabel({}, "");
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(value, row, 1, Qt::AlignTop);
        }
        auto* value = static_cast<QLabel*>(grid->itemAtPosition(row, 1)->widget());
        value->setText(line.value);
        spoken << line.name + QStringLiteral(": ") + line.value;
    }
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    // Who does not see the list hears it where the decision is made.
    m_ui->saveButton->setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

void ShareDialog::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Save the copy"), folder);
    dialog->setObjectName(QStringLiteral("saveSnapshotDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Psolog logs (*.psolog)"), tr("All files (*)")});
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("psolog"));
    // Asking "replace?" would suggest that yes is possible.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(snapshotFileName(m_contents, m_services.today()));
    connect(dialog, &QFileDialog::fileSelected, this, &ShareDialog::saveTo);
    dialog->open();
}

bool ShareDialog::saveTo(const QString& path)
{
    m_ui->errorBanner->hide();
    m_ui->doneBanner->hide();
    const QFileInfo target(path);
    const auto written = [&] {
        const WaitCursor waiting;
        return m_snapshots.write(options(), target.absoluteFilePath().toStdString());
    }();
    if (!written) {
        showError(whyNoSnapshot(written.error(), target.fileName()));
        return false;
    }
    showDone(target.absoluteFilePath());
    return true;
}

void ShareDialog::showError(const QString& text)
{
    m_ui->errorLabel->setText(text);
    m_ui->errorBanner->show();
}

void ShareDialog::showDone(const QString& path)
{
    m_path = path;
    const QString text = tr("Saved and looked through: %1").arg(QDir::toNativeSeparators(path));
    m_ui->doneLabel->setText(text);
    m_ui->copyPathButton->setAccessibleDescription(text);
    m_ui->doneBanner->show();
    m_ui->copyPathButton->setFocus();
}

void ShareDialog::openFolder()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        showError(tr("No program of this desktop opens folders. The copy is in %1.").arg(folder));
}

}  // namespace psolog
