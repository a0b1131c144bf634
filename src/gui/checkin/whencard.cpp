// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/checkin/whencard.h"

#include <vector>

#include <QButtonGroup>

#include "gui/theme/theme.h"
#include "gui/widgets/button.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"
#include "gui/widgets/scorescale.h"
#include "ui_whencard.h"

namespace psolog {

namespace {

Button* makeChip(const char* name)
{
    auto* chip = new Button(QString(), QStringLiteral("chip"));
    chip->setObjectName(QString::fromLatin1(name));
    chip->setCheckable(true);
    return chip;
}

int idOf(Context context)
{
    return static_cast<int>(context);
}

int idOf(RunFeature feature)
{
    return static_cast<int>(feature);
}

}  // namespace

WhenCard::WhenCard(Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_ui(std::make_unique<Ui::WhenCard>()),
      m_contexts(new QButtonGroup(this)),
      m_features(new QButtonGroup(this)),
      m_noteChip(makeChip("noteChipButton")),
      m_effort(new ScoreScale(theme))
{
    m_ui->setupUi(this);
    m_ui->whenDateTimeEdit->setTimeSpec(Qt::UTC);
    m_effort->setObjectName(QStringLiteral("effortScale"));
    m_effort->setCompact(true);
    m_ui->effortLayout->addWidget(m_effort);
    m_ui->effortLabel->setBuddy(m_effort);
    buildChips();
    for (QLabel* message :
         {m_ui->momentErrorLabel, m_ui->distanceErrorLabel, m_ui->minutesErrorLabel, m_ui->noteErrorLabel})
        message->hide();

    connect(m_contexts, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (!checked)
            return;
        showRunFields();
        Q_EMIT changed();
    });
    connect(m_features, &QButtonGroup::idToggled, this, &WhenCard::changed);
    connect(m_effort, &ScoreScale::edited, this, &WhenCard::changed);
    connect(m_ui->whenDateTimeEdit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        clearError(m_ui->whenDateTimeEdit, m_ui->momentErrorLabel);
        Q_EMIT changed();
    });
    connect(m_ui->distanceLineEdit, &QLineEdit::textChanged, this, [this] {
        clearError(m_ui->distanceLineEdit, m_ui->distanceErrorLabel);
        Q_EMIT changed();
    });
    connect(m_ui->minutesLineEdit, &QLineEdit::textChanged, this, [this] {
        clearError(m_ui->minutesLineEdit, m_ui->minutesErrorLabel);
        Q_EMIT changed();
    });
    connect(m_ui->noteEdit, &QPlainTextEdit::textChanged, this, [this] {
        clearError(m_ui->noteEdit, m_ui->noteErrorLabel);
        Q_EMIT changed();
    });
    connect(m_noteChip, &QPushButton::toggled, m_ui->noteEdit, &QWidget::setVisible);
    connect(m_noteChip, &QPushButton::clicked, this, [this](bool checked) {
        if (checked)
            m_ui->noteEdit->setFocus();
    });
    m_ui->noteEdit->hide();
    retranslate();
}

WhenCard::~WhenCard() = default;

void WhenCard::buildChips()
{
    auto* contexts = new FlowLayout(space::kS, m_ui->contextChips);
    const auto addContext = [&](Context context, const char* name) {
        Button* chip = makeChip(name);
        m_contexts->addButton(chip, idOf(context));
        contexts->addWidget(chip);
    };
    addContext(Context::AfterRun, "afterRunButton");
    addContext(Context::Morning, "morningButton");
    addContext(Context::Other, "otherButton");
    m_contexts->setExclusive(true);

    auto* features = new FlowLayout(space::kS, m_ui->featureChips);
    m_features->setExclusive(false);
    const auto addFeature = [&](RunFeature feature, const char* name) {
        Button* chip = makeChip(name);
        m_features->addButton(chip, idOf(feature));
        features->addWidget(chip);
    };
    addFeature(RunFeature::Hills, "hillsButton");
    addFeature(RunFeature::Speed, "speedButton");
    addFeature(RunFeature::Strength, "strengthButton");
    features->addWidget(m_noteChip);

    // Chips and scale are made after the form, so that Tab would come to them last.
    std::vector<QWidget*> order{m_ui->whenDateTimeEdit};
    for (QAbstractButton* chip : m_contexts->buttons())
        order.push_back(chip);
    order.insert(order.end(), {m_ui->distanceLineEdit, m_ui->minutesLineEdit, m_effort});
    for (QAbstractButton* chip : m_features->buttons())
        order.push_back(chip);
    order.insert(order.end(), {m_noteChip, m_ui->noteEdit});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

Context WhenCard::context() const
{
    for (const auto& row : NameTable<Context>::rows)
        if (idOf(row.value) == m_contexts->checkedId())
            return row.value;
    return Context::Other;
}

bool WhenCard::runShown() const
{
    return m_hasRun || context() == Context::AfterRun || holdsRun();
}

bool WhenCard::holdsRun() const
{
    const WhenEntry now = entry();
    return !now.distance.trimmed().isEmpty() || !now.minutes.trimmed().isEmpty() || now.effort || !now.features.empty();
}

void WhenCard::setHasRun(bool hasRun)
{
    m_hasRun = hasRun;
    showRunFields();
}

void WhenCard::showRunFields()
{
    const bool shown = runShown();
    m_ui->runFields->setVisible(shown);
    const auto chips = m_features->buttons();
    for (QAbstractButton* chip : chips)
        chip->setVisible(shown);
}

void WhenCard::setEntry(const WhenEntry& entry)
{
    clearErrors();
    m_contexts->button(idOf(entry.context))->setChecked(true);
    m_ui->whenDateTimeEdit->setDateTime(entry.moment);
    m_ui->distanceLineEdit->setText(entry.distance);
    m_ui->minutesLineEdit->setText(entry.minutes);
    m_effort->setValue(entry.effort);
    for (const auto& row : NameTable<RunFeature>::rows)
        m_features->button(idOf(row.value))->setChecked(entry.features.count(row.value) > 0);
    m_ui->noteEdit->setPlainText(entry.note);
    m_noteChip->setChecked(!entry.note.isEmpty());
    showRunFields();
}

WhenEntry WhenCard::entry() const
{
    WhenEntry entry;
    entry.context = context();
    entry.moment = m_ui->whenDateTimeEdit->dateTime();
    entry.distance = m_ui->distanceLineEdit->text();
    entry.minutes = m_ui->minutesLineEdit->text();
    entry.effort = m_effort->value();
    for (const auto& row : NameTable<RunFeature>::rows)
        if (m_features->button(idOf(row.value))->isChecked())
            entry.features.insert(row.value);
    entry.note = m_ui->noteEdit->toPlainText();
    return entry;
}

bool WhenCard::showError(Field field, const QString& message)
{
    QWidget* widget = nullptr;
    QLabel* label = nullptr;
    if (field == Field::Moment) {
        widget = m_ui->whenDateTimeEdit;
        label = m_ui->momentErrorLabel;
    } else if (field == Field::Distance) {
        widget = m_ui->distanceLineEdit;
        label = m_ui->distanceErrorLabel;
    } else if (field == Field::Minutes) {
        widget = m_ui->minutesLineEdit;
        label = m_ui->minutesErrorLabel;
    } else if (field == Field::Note) {
        widget = m_ui->noteEdit;
        label = m_ui->noteErrorLabel;
        m_noteChip->setChecked(true);
    } else {
        return false;
    }
    label->setText(message);
    label->show();
    setLook(widget, "invalid", true);
    widget->setAccessibleDescription(message);
    widget->setFocus();
    return true;
}

void WhenCard::clearError(QWidget* field, QLabel* message)
{
    if (message->isHidden())
        return;
    message->hide();
    message->clear();
    setLook(field, "invalid", false);
    field->setAccessibleDescription({});
}

void WhenCard::clearErrors()
{
    clearError(m_ui->whenDateTimeEdit, m_ui->momentErrorLabel);
    clearError(m_ui->distanceLineEdit, m_ui->distanceErrorLabel);
    clearError(m_ui->minutesLineEdit, m_ui->minutesErrorLabel);
    clearError(m_ui->noteEdit, m_ui->noteErrorLabel);
}

void WhenCard::retranslate()
{
    m_ui->retranslateUi(this);
    m_contexts->button(idOf(Context::AfterRun))->setText(tr("After a run"));
    m_contexts->button(idOf(Context::Morning))->setText(tr("Morning"));
    m_contexts->button(idOf(Context::Other))->setText(tr("Other"));
    m_features->button(idOf(RunFeature::Hills))->setText(tr("hills"));
    m_features->button(idOf(RunFeature::Speed))->setText(tr("speed"));
    m_features->button(idOf(RunFeature::Strength))->setText(tr("strength"));
    m_noteChip->setText(tr("+ note"));
    m_noteChip->setAccessibleName(tr("Write a note"));
    m_effort->setAccessibleName(tr("Effort of the run"));
    if (auto* inner = m_ui->whenDateTimeEdit->findChild<QLineEdit*>())
        inner->setAccessibleName(m_ui->whenDateTimeEdit->accessibleName());
}

}  // namespace psolog
