// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingspage.h"

#include <cmath>
#include <vector>

#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QUrl>

#include "gui/settings/aboutdialog.h"
#include "gui/settings/logchooser.h"
#include "gui/settings/remindercard.h"
#include "gui/settings/sessioncard.h"
#include "gui/settings/shortcutsdialog.h"
#include "gui/settings/soundcard.h"
#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/datewords.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "ui_settingspage.h"

namespace psolog {

namespace {

constexpr int kTextSizeStep = 10;
/// Two columns from this width on, at 100 % text.
constexpr int kRoomForTwoColumns = 760;
const QTime kMidnight(0, 0);
const QTime kLatestDayStart(12, 0);

}  // namespace

SettingsPage::SettingsPage(Services& services, QWidget* parent)
    : Page(services, parent),
      m_ui(std::make_unique<Ui::SettingsPage>()),
      m_sound(new SoundCard(services)),
      m_session(new SessionCard),
      m_reminder(new ReminderCard)
{
    m_ui->setupUi(this);
    setUpForm();
    showSettings();
    showLog();
    retranslate();
    connectControls();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::setUpForm()
{
    m_ui->errorFrame->hide();
    m_ui->logMessageLabel->hide();
    m_ui->previewLabel->setMinimumHeight(services().theme.px(24));
    m_ui->dayStartEdit->setTimeRange(kMidnight, kLatestDayStart);
    m_ui->leftLayout->insertWidget(1, m_sound);
    m_ui->rightLayout->insertWidget(0, m_session);
    m_ui->rightLayout->insertWidget(1, m_reminder);
    // Rows of controls wrap, which no layout of Designer does.
    auto* colors = new FlowLayout(space::kM, m_ui->colorsWidget);
    colors->addWidget(m_ui->systemRadioButton);
    colors->addWidget(m_ui->lightRadioButton);
    colors->addWidget(m_ui->darkRadioButton);
    auto* logButtons = new FlowLayout(space::kS, m_ui->logButtonsWidget);
    logButtons->addWidget(m_ui->openLogButton);
    logButtons->addWidget(m_ui->newLogButton);
    logButtons->addWidget(m_ui->showFolderButton);
    auto* helpButtons = new FlowLayout(space::kS, m_ui->helpButtonsWidget);
    helpButtons->addWidget(m_ui->shortcutsButton);
    helpButtons->addWidget(m_ui->aboutButton);
    setTabOrders();
}

void SettingsPage::setTabOrders()
{
    std::vector<QWidget*> order{m_ui->systemRadioButton, m_ui->lightRadioButton, m_ui->darkRadioButton,
                                m_ui->textSizeSlider};
    const auto add = [&order](const std::vector<QWidget*>& widgets) {
        order.insert(order.end(), widgets.begin(), widgets.end());
    };
    add(m_sound->focusOrder());
    add({m_ui->dayStartEdit});
    add(m_session->focusOrder());
    add(m_reminder->focusOrder());
    add({m_ui->repeatsSpinBox, m_ui->holdSpinBox, m_ui->pathLineEdit, m_ui->openLogButton, m_ui->newLogButton,
         m_ui->showFolderButton, m_ui->shortcutsButton, m_ui->aboutButton});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void SettingsPage::connectControls()
{
    for (QRadioButton* choice : {m_ui->systemRadioButton, m_ui->lightRadioButton, m_ui->darkRadioButton})
        connect(choice, &QRadioButton::toggled, this, [this](bool on) {
            if (on)
                store();
        });
    connect(m_ui->textSizeSlider, &QSlider::valueChanged, this, &SettingsPage::textSizeMoved);
    // While it is dragged only the preview grows; the page would move away under the pointer.
    connect(m_ui->textSizeSlider, &QSlider::sliderReleased, this, &SettingsPage::store);
    connect(m_ui->dayStartEdit, &QTimeEdit::timeChanged, this, &SettingsPage::store);
    connect(m_ui->repeatsSpinBox, &QSpinBox::valueChanged, this, &SettingsPage::store);
    connect(m_ui->holdSpinBox, &QSpinBox::valueChanged, this, &SettingsPage::store);
    connect(m_sound, &SoundCard::changed, this, &SettingsPage::store);
    connect(m_session, &SessionCard::changed, this, &SettingsPage::store);
    connect(m_reminder, &ReminderCard::changed, this, &SettingsPage::store);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &SettingsPage::store);
    connect(m_ui->shortcutsButton, &QPushButton::clicked, this, &SettingsPage::showShortcuts);
    connect(m_ui->aboutButton, &QPushButton::clicked, this, &SettingsPage::showAbout);
    connect(m_ui->showFolderButton, &QPushButton::clicked, this, &SettingsPage::showInFolder);

    const auto folder = [this] { return QFileInfo(m_ui->pathLineEdit->text()).absolutePath(); };
    connect(m_ui->openLogButton, &QPushButton::clicked, this, [this, folder] {
        m_ui->logMessageLabel->hide();
        chooseLogToOpen(this, folder(), [this](const QString& path) { Q_EMIT openLogRequested(path); });
    });
    connect(m_ui->newLogButton, &QPushButton::clicked, this, [this, folder] {
        m_ui->logMessageLabel->hide();
        chooseNewLog(
            this, folder(), [this](const QString& path) { Q_EMIT newLogRequested(path); },
            [this](const QString& path) {
                m_ui->logMessageLabel->setText(nameTakenMessage(path));
                m_ui->logMessageLabel->show();
            });
    });
    connect(&services().theme, &Theme::changed, this, [this] {
        arrangeColumns();
        showPreview();
    });
}

void SettingsPage::activate()
{
    // Shown again after a failure, the page keeps what was chosen then.
    if (m_ui->errorFrame->isHidden())
        showSettings();
    showLog();
    const ThemeChoice theme = chosen().theme;
    QRadioButton* current = theme == ThemeChoice::Light ? m_ui->lightRadioButton
        : theme == ThemeChoice::Dark                    ? m_ui->darkRadioButton
                                                        : m_ui->systemRadioButton;
    current->setFocus();
}

void SettingsPage::showSettings()
{
    const Settings& settings = services().settings.current();
    const QSignalBlocker quietSystem(m_ui->systemRadioButton);
    const QSignalBlocker quietLight(m_ui->lightRadioButton);
    const QSignalBlocker quietDark(m_ui->darkRadioButton);
    const QSignalBlocker quietSize(m_ui->textSizeSlider);
    const QSignalBlocker quietDay(m_ui->dayStartEdit);
    const QSignalBlocker quietRepeats(m_ui->repeatsSpinBox);
    const QSignalBlocker quietHold(m_ui->holdSpinBox);
    m_ui->systemRadioButton->setChecked(settings.theme == ThemeChoice::System);
    m_ui->lightRadioButton->setChecked(settings.theme == ThemeChoice::Light);
    m_ui->darkRadioButton->setChecked(settings.theme == ThemeChoice::Dark);
    m_ui->textSizeSlider->setValue(settings.textSizePercent);
    m_ui->dayStartEdit->setTime(kMidnight.addSecs(static_cast<int>(settings.dayStart.count()) * 60));
    m_ui->repeatsSpinBox->setValue(settings.testRepeats);
    m_ui->holdSpinBox->setValue(static_cast<int>(settings.testHold.count()));
    m_sound->showSettings(settings);
    m_session->showSettings(settings);
    m_reminder->showSettings(settings);
    showPreview();
}

Settings SettingsPage::chosen() const
{
    Settings settings = services().settings.current();
    settings.theme = m_ui->lightRadioButton->isChecked() ? ThemeChoice::Light
        : m_ui->darkRadioButton->isChecked()             ? ThemeChoice::Dark
                                                         : ThemeChoice::System;
    settings.textSizePercent = m_ui->textSizeSlider->value();
    const QTime start = m_ui->dayStartEdit->time();
    settings.dayStart = std::chrono::minutes(start.hour() * 60 + start.minute());
    settings.testRepeats = m_ui->repeatsSpinBox->value();
    settings.testHold = Seconds(m_ui->holdSpinBox->value());
    m_sound->fill(settings);
    m_session->fill(settings);
    m_reminder->fill(settings);
    return settings;
}

void SettingsPage::store()
{
    const Settings stored = services().settings.current();
    const Settings settings = chosen();
    const auto saved = services().settings.save(settings);
    m_ui->errorFrame->setVisible(!saved);
    if (!saved)
        m_ui->errorLabel->setText(
            tr("Your settings were not stored. %1. %2").arg(headline(saved.error()), describe(saved.error())));
    services().theme.apply(settings.theme, settings.textSizePercent);
    if (!saved)
        return;
    Guide& guide = services().guide;
    guide.applySettings();
    // A louder level may want what was not started with the program.
    if (settings.soundLevel != stored.soundLevel)
        guide.start();
    Q_EMIT settingsChanged();
    // Today's date may depend on when a day starts.
    if (settings.dayStart != stored.dayStart)
        services().changes.announce();
}

void SettingsPage::textSizeMoved(int value)
{
    const int stepped = static_cast<int>(std::lround(static_cast<double>(value) / kTextSizeStep)) * kTextSizeStep;
    if (stepped != value) {
        const QSignalBlocker quiet(m_ui->textSizeSlider);
        m_ui->textSizeSlider->setValue(stepped);
    }
    showPreview();
    if (!m_ui->textSizeSlider->isSliderDown())
        store();
}

void SettingsPage::showPreview()
{
    const int percent = m_ui->textSizeSlider->value();
    m_ui->textSizeValueLabel->setText(tr("%1 %").arg(percent));
    m_ui->textSizeSlider->setAccessibleDescription(tr("%1 percent").arg(percent));
    QFont font = services().theme.font(TextStyle::Body);
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * percent / 100.0 / services().theme.scale())));
    m_ui->previewLabel->setFont(font);
}

void SettingsPage::showLog()
{
    m_ui->pathLineEdit->setText(QString::fromStdString(services().file.path()));
    m_ui->pathLineEdit->setCursorPosition(0);
    m_ui->pathLineEdit->setToolTip(plainToolTip(m_ui->pathLineEdit->text()));
    m_ui->readOnlyLabel->setVisible(services().file.readOnly());
}

void SettingsPage::showInFolder()
{
    const QString folder = QFileInfo(m_ui->pathLineEdit->text()).absolutePath();
    const bool shown = QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    m_ui->logMessageLabel->setVisible(!shown);
    if (!shown)
        m_ui->logMessageLabel->setText(tr("No program answered to show the folder %1").arg(folder));
}

void SettingsPage::showShortcuts()
{
    auto* dialog = new ShortcutsDialog(services().theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void SettingsPage::showAbout()
{
    auto* dialog = new AboutDialog(services().theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void SettingsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrangeColumns();
}

void SettingsPage::arrangeColumns()
{
    const bool wide = width() >= services().theme.px(kRoomForTwoColumns);
    m_ui->columnsLayout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_sound->retranslate();
        m_session->retranslate();
        m_reminder->retranslate();
        retranslate();
        showPreview();
    }
    Page::changeEvent(event);
}

void SettingsPage::retranslate()
{
    m_ui->scrollArea->setAccessibleName(tr("Settings"));
    m_ui->dayStartEdit->setDisplayFormat(clockFormat());
}

}  // namespace psolog
