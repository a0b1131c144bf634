// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/soundcard.h"

#include <array>
#include <cmath>

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include "gui/shell/guide.h"
#include "gui/shell/services.h"
#include "gui/theme/theme.h"
#include "gui/widgets/flowlayout.h"
#include "gui/widgets/make.h"

namespace psolog {

namespace {

constexpr int kPadding = 20;
constexpr int kStep = 10;
constexpr int kMostVoicesShown = 12;
constexpr int kLeastVoiceLetters = 12;
constexpr std::array kLevels{SoundLevel::Full, SoundLevel::Brief, SoundLevel::TonesOnly, SoundLevel::Silent};

bool isTrouble(SoundState state)
{
    return state == SoundState::NoService || state == SoundState::NotAnswering || state == SoundState::NoOutput;
}

const char* toneOf(SoundState state)
{
    return state == SoundState::Ready ? "good" : isTrouble(state) ? "warn" : "neutral";
}

}  // namespace

SoundCard::SoundCard(Services& services, QWidget* parent)
    : QFrame(parent),
      m_services(services),
      m_title(makeLabel({}, "card-title", this)),
      m_levelLabel(makeLabel({}, "strong", this)),
      m_levels(new QButtonGroup(this)),
      m_voiceLabel(makeLabel({}, "", this)),
      m_voice(new QComboBox(this)),
      m_test(new QPushButton(this)),
      m_voiceState(makeBadge({}, "neutral", this)),
      m_toneState(makeBadge({}, "neutral", this)),
      m_advice(makeLabel({}, "small", this))
{
    setObjectName(QStringLiteral("soundCard"));
    setProperty("card", true);
    build();
    retranslate();
    connect(m_levels, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
    connect(m_voice, &QComboBox::activated, this, &SoundCard::changed);
    for (const SliderRow* row : {&m_rate, &m_voiceVolume, &m_toneVolume}) {
        connect(row->slider, &QSlider::valueChanged, this, [this, row] { sliderMoved(*row); });
        connect(row->slider, &QSlider::sliderReleased, this, &SoundCard::changed);
    }
    connect(m_test, &QPushButton::clicked, &services.guide, &Guide::test);
    connect(&services.guide, &Guide::soundChanged, this, [this] {
        showVoices(m_voice->currentData().toString());
        showState();
    });
}

void SoundCard::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kPadding, kPadding, kPadding, kPadding);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_levelLabel);
    auto* levels = new QGridLayout;
    levels->setHorizontalSpacing(space::kM);
    levels->setVerticalSpacing(6);
    levels->setColumnStretch(1, 1);
    for (const SoundLevel level : kLevels) {
        const LevelRow row{new QRadioButton(this), makeLabel({}, "small", this)};
        const auto name = nameOf(level);
        row.button->setObjectName(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))
                                  + QStringLiteral("RadioButton"));
        m_levels->addButton(row.button, static_cast<int>(level));
        const int line = levels->rowCount();
        levels->addWidget(row.button, line, 0);
        levels->addWidget(row.hint, line, 1);
        m_rows.emplace(level, row);
    }
    column->addLayout(levels);
    column->addSpacing(space::kXs);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::kM);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_voiceLabel->setWordWrap(false);
    m_voiceLabel->setBuddy(m_voice);
    m_voice->setObjectName(QStringLiteral("voiceComboBox"));
    m_voice->setMaxVisibleItems(kMostVoicesShown);
    // Hundreds of voices with long names must not set the width of the page.
    m_voice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_voice->setMinimumContentsLength(kLeastVoiceLetters);
    grid->addWidget(m_voiceLabel, 0, 0);
    grid->addWidget(m_voice, 0, 1, 1, 2);
    addSlider(grid, m_rate, "voiceRateSlider", -50, 50);
    addSlider(grid, m_voiceVolume, "voiceVolumeSlider", 0, 100);
    addSlider(grid, m_toneVolume, "toneVolumeSlider", 0, 100);
    column->addLayout(grid);
    column->addSpacing(space::kXs);

    m_test->setObjectName(QStringLiteral("soundTestButton"));
    m_test->setProperty("variant", QStringLiteral("secondary"));
    m_voiceState->setObjectName(QStringLiteral("voiceStateLabel"));
    m_toneState->setObjectName(QStringLiteral("toneStateLabel"));
    m_advice->setObjectName(QStringLiteral("soundAdviceLabel"));
    auto* last = new QWidget(this);
    auto* flow = new FlowLayout(space::kM, last);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(m_test);
    for (QLabel* state : {m_voiceState, m_toneState})
        flow->addWidget(state);
    column->addWidget(last);
    column->addWidget(m_advice);
}

void SoundCard::addSlider(QGridLayout* grid, SliderRow& row, const char* objectName, int first, int last)
{
    row = {makeLabel({}, "", this), makeLabel({}, "muted", this), new QSlider(Qt::Horizontal, this)};
    row.slider->setObjectName(QString::fromLatin1(objectName));
    row.slider->setRange(first, last);
    row.slider->setSingleStep(kStep);
    row.slider->setPageStep(2 * kStep);
    row.slider->setMinimumSize(90, 28);
    row.name->setBuddy(row.slider);
    row.name->setWordWrap(false);
    row.value->setWordWrap(false);
    row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const int line = grid->rowCount();
    grid->addWidget(row.name, line, 0);
    grid->addWidget(row.slider, line, 1);
    grid->addWidget(row.value, line, 2);
}

void SoundCard::sliderMoved(const SliderRow& row)
{
    const int value = row.slider->value();
    const int stepped = static_cast<int>(std::lround(static_cast<double>(value) / kStep)) * kStep;
    if (stepped != value) {
        const QSignalBlocker quiet(row.slider);
        row.slider->setValue(stepped);
    }
    showValues();
    if (!row.slider->isSliderDown())
        Q_EMIT changed();
}

void SoundCard::showValues()
{
    const int rate = m_rate.slider->value();
    m_rate.value->setText(rate == 0      ? tr("normal")
                              : rate > 0 ? tr("%1 % faster").arg(rate)
                                         : tr("%1 % slower").arg(-rate));
    for (const SliderRow* row : {&m_voiceVolume, &m_toneVolume})
        row->value->setText(tr("%1 %").arg(row->slider->value()));
    for (const SliderRow* row : {&m_rate, &m_voiceVolume, &m_toneVolume})
        row->slider->setAccessibleDescription(row->value->text());
}

void SoundCard::showSettings(const Settings& settings)
{
    const QSignalBlocker quietLevels(m_levels);
    const QSignalBlocker quietRate(m_rate.slider);
    const QSignalBlocker quietVoice(m_voiceVolume.slider);
    const QSignalBlocker quietTones(m_toneVolume.slider);
    m_rows.at(settings.soundLevel).button->setChecked(true);
    m_rate.slider->setValue(settings.voiceRatePercent);
    m_voiceVolume.slider->setValue(settings.voiceVolume);
    m_toneVolume.slider->setValue(settings.toneVolume);
    showVoices(QString::fromStdString(settings.voice));
    showValues();
    showState();
}

void SoundCard::fill(Settings& settings) const
{
    settings.soundLevel = static_cast<SoundLevel>(m_levels->checkedId());
    settings.voice = m_voice->currentData().toString().toStdString();
    settings.voiceRatePercent = m_rate.slider->value();
    settings.voiceVolume = m_voiceVolume.slider->value();
    settings.toneVolume = m_toneVolume.slider->value();
}

void SoundCard::showVoices(const QString& wanted)
{
    const QSignalBlocker quiet(m_voice);
    m_voice->clear();
    m_voice->addItem(tr("By language"), QString());
    for (const VoiceChoice& choice : m_services.guide.voices())
        m_voice->addItem(QString::fromStdString(choice.label), QString::fromStdString(choice.id));
    int index = m_voice->findData(wanted);
    if (index < 0) {
        // The engine may be off for today only: the choice is kept.
        m_voice->addItem(tr("%1 (not available now)").arg(wanted), wanted);
        index = m_voice->count() - 1;
    }
    m_voice->setCurrentIndex(index);
}

void SoundCard::showState()
{
    const Guide& guide = m_services.guide;
    const SoundState voice = guide.voiceState();
    const SoundState tones = guide.toneState();
    const auto words = [](SoundState state, const QString& ready, const QString& starting, const QString& off,
                          const QString& trouble) {
        return state == SoundState::Ready   ? ready
            : state == SoundState::Starting ? starting
            : isTrouble(state)              ? trouble
                                            : off;
    };
    m_voiceState->setText(words(voice, tr("Voice ready"), tr("Voice starting…"), tr("Voice off"),
                                voice == SoundState::NoService      ? tr("Voice: no speech service")
                                    : voice == SoundState::NoOutput ? tr("Voice: no sound output")
                                                                    : tr("Voice: the service does not answer")));
    m_toneState->setText(
        words(tones, tr("Tones ready"), tr("Tones starting…"), tr("Tones off"),
              tones == SoundState::NoOutput ? tr("Tones: no sound output") : tr("Tones: the service does not answer")));
    setBadgeTone(m_voiceState, toneOf(voice));
    setBadgeTone(m_toneState, toneOf(tones));

    QString advice;
    if (tones == SoundState::NoOutput || voice == SoundState::NoOutput)
        advice = tr("Connect headphones or a loudspeaker, then press Test.");
    else if (voice == SoundState::NoService)
        advice = tr("Install Speech Dispatcher with a voice such as eSpeak NG, then press Test.");
    else if (voice == SoundState::NotAnswering || tones == SoundState::NotAnswering)
        advice = tr("It is tried again when a session begins. Signing out and in again often helps.");
    if (!advice.isEmpty())
        advice += QLatin1Char(' ') + tr("Everything said is also on the screen.");
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
}

std::vector<QWidget*> SoundCard::focusOrder() const
{
    std::vector<QWidget*> order;
    for (const SoundLevel level : kLevels)
        order.push_back(m_rows.at(level).button);
    for (QWidget* control : {static_cast<QWidget*>(m_voice), static_cast<QWidget*>(m_rate.slider),
                             static_cast<QWidget*>(m_voiceVolume.slider), static_cast<QWidget*>(m_toneVolume.slider),
                             static_cast<QWidget*>(m_test)})
        order.push_back(control);
    return order;
}

void SoundCard::retranslate()
{
    m_title->setText(tr("Sound"));
    m_levelLabel->setText(tr("In a session you hear"));
    const auto level = [this](SoundLevel which, const QString& name, const QString& hint) {
        const LevelRow& row = m_rows.at(which);
        row.button->setText(name);
        row.button->setAccessibleDescription(hint);
        row.hint->setText(hint);
    };
    level(SoundLevel::Full, tr("Full coach"), tr("Tones, what comes next, and how to breathe."));
    level(SoundLevel::Brief, tr("Brief"), tr("Tones and the fewest words: zone, side, switch."));
    level(SoundLevel::TonesOnly, tr("Tones only"), tr("No voice. A tone for every change."));
    level(SoundLevel::Silent, tr("Silent"), tr("Nothing. You have to watch the screen."));
    m_voiceLabel->setText(tr("Voice"));
    m_rate.name->setText(tr("Speed"));
    m_voiceVolume.name->setText(tr("Voice volume"));
    m_toneVolume.name->setText(tr("Tone volume"));
    m_test->setText(tr("T&est"));
    m_test->setAccessibleDescription(tr("Plays a tone and says a sentence"));
    showVoices(m_voice->currentData().toString());
    showValues();
    showState();
}

}  // namespace psolog
