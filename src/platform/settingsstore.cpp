// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/settingsstore.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QVariant>

namespace psolog {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The whole number in a stored value when it lies in first..last.
std::optional<int> number(const QVariant& stored, int first, int last)
{
    bool isNumber = false;
    const int value = stored.toString().toInt(&isNumber);
    if (!isNumber || value < first || value > last)
        return std::nullopt;
    return value;
}

/// A row of a whole number in first..last.
template <int Settings::*Member, int first, int last>
bool readNumber(const QVariant& stored, Settings& into)
{
    const auto value = number(stored, first, last);
    if (value)
        into.*Member = *value;
    return value.has_value();
}

/// A row of a named value.
template <class E, E Settings::*Member>
bool readName(const QVariant& stored, Settings& into)
{
    const auto value = fromName<E>(stored.toString().toStdString());
    if (value)
        into.*Member = *value;
    return value.has_value();
}

/// One setting: its key in the file, how it is read into the settings (false: out of range), how it is written.
struct Row {
    QLatin1String key;
    bool (*read)(const QVariant& stored, Settings& into);
    QVariant (*write)(const Settings& from);
};

/// The one list of what is stored.
constexpr int kMostDayStartMinutes = 12 * 60;
const std::array kRows{
    Row{QLatin1String("appearance/theme"), readName<ThemeChoice, &Settings::theme>,
        [](const Settings& from) { return QVariant(text(nameOf(from.theme))); }},
    Row{QLatin1String("appearance/textSizePercent"), readNumber<&Settings::textSizePercent, 80, 200>,
        [](const Settings& from) { return QVariant(from.textSizePercent); }},
    Row{QLatin1String("appearance/motion"), readName<MotionChoice, &Settings::motion>,
        [](const Settings& from) { return QVariant(text(nameOf(from.motion))); }},
    Row{QLatin1String("sound/level"), readName<SoundLevel, &Settings::soundLevel>,
        [](const Settings& from) { return QVariant(text(nameOf(from.soundLevel))); }},
    Row{QLatin1String("sound/voice"),
        [](const QVariant& stored, Settings& into) {
            into.voice = stored.toString().toStdString();
            return true;
        },
        [](const Settings& from) { return QVariant(text(from.voice)); }},
    Row{QLatin1String("sound/voiceRatePercent"), readNumber<&Settings::voiceRatePercent, -50, 50>,
        [](const Settings& from) { return QVariant(from.voiceRatePercent); }},
    Row{QLatin1String("sound/voiceVolume"), readNumber<&Settings::voiceVolume, 0, 100>,
        [](const Settings& from) { return QVariant(from.voiceVolume); }},
    Row{QLatin1String("sound/toneVolume"), readNumber<&Settings::toneVolume, 0, 100>,
        [](const Settings& from) { return QVariant(from.toneVolume); }},
    Row{QLatin1String("session/fullScreen"),
        [](const QVariant& stored, Settings& into) {
            const auto on = number(stored, 0, 1);
            if (on)
                into.fullScreenSession = *on == 1;
            return on.has_value();
        },
        [](const Settings& from) { return QVariant(from.fullScreenSession ? 1 : 0); }},
    Row{QLatin1String("session/routine"),
        [](const QVariant& stored, Settings& into) {
            into.routine = stored.toString().toStdString();
            return true;
        },
        [](const Settings& from) { return QVariant(text(from.routine)); }},
    // -1: no reminder.
    Row{QLatin1String("reminder/minutes"),
        [](const QVariant& stored, Settings& into) {
            const auto minutes = number(stored, -1, 24 * 60 - 1);
            if (minutes)
                into.reminder = *minutes < 0 ? std::nullopt : std::optional(std::chrono::minutes(*minutes));
            return minutes.has_value();
        },
        [](const Settings& from) { return QVariant(from.reminder ? static_cast<int>(from.reminder->count()) : -1); }},
    Row{QLatin1String("reminder/weekly"),
        [](const QVariant& stored, Settings& into) {
            const auto on = number(stored, 0, 1);
            if (on)
                into.weeklyCheckIn = *on == 1;
            return on.has_value();
        },
        [](const Settings& from) { return QVariant(from.weeklyCheckIn ? 1 : 0); }},
    Row{QLatin1String("log/dayStartMinutes"),
        [](const QVariant& stored, Settings& into) {
            const auto minutes = number(stored, 0, kMostDayStartMinutes);
            if (minutes)
                into.dayStart = std::chrono::minutes(*minutes);
            return minutes.has_value();
        },
        [](const Settings& from) { return QVariant(static_cast<int>(from.dayStart.count())); }},
    Row{QLatin1String("log/last"),
        [](const QVariant& stored, Settings& into) {
            into.lastLog = stored.toString().toStdString();
            return true;
        },
        [](const Settings& from) { return QVariant(text(from.lastLog)); }},
    Row{QLatin1String("selfTest/repeats"), readNumber<&Settings::testRepeats, 1, 3>,
        [](const Settings& from) { return QVariant(from.testRepeats); }},
    Row{QLatin1String("selfTest/holdSeconds"),
        [](const QVariant& stored, Settings& into) {
            const auto seconds = number(stored, 3, 10);
            if (seconds)
                into.testHold = Seconds(*seconds);
            return seconds.has_value();
        },
        [](const Settings& from) { return QVariant(static_cast<int>(from.testHold.count())); }},
    Row{QLatin1String("window/geometry"),
        [](const QVariant& stored, Settings& into) {
            into.windowGeometry = stored.toString().toStdString();
            return true;
        },
        [](const Settings& from) { return QVariant(text(from.windowGeometry)); }},
};

Settings load(const QString& file)
{
    Settings settings;
    const QSettings stored(file, QSettings::IniFormat);
    for (const Row& row : kRows)
        if (const QVariant value = stored.value(row.key); value.isValid())
            row.read(value, settings);
    return settings;
}

}  // namespace

SettingsStore::SettingsStore(QString file) : m_file(std::move(file)), m_current(load(m_file)) { }

Result<void> SettingsStore::save(const Settings& settings)
{
    for (const Row& row : kRows) {
        Settings readBack;
        if (!row.read(row.write(settings), readBack))
            return fail(ErrorCode::InvalidValue, std::string(row.key.data()) + " is out of range");
    }
    const QFileInfo target(m_file);
    if (!QFileInfo(target.path()).isWritable() || (target.exists() && !target.isWritable()))
        return fail(ErrorCode::ReadOnly, "the settings file cannot be written");

    QSettings stored(m_file, QSettings::IniFormat);
    for (const Row& row : kRows)
        stored.setValue(row.key, row.write(settings));
    stored.sync();
    if (stored.status() != QSettings::NoError || !target.isFile())
        return fail(ErrorCode::WriteFailed, "the settings could not be stored");
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
    m_current = settings;
    return {};
}

}  // namespace psolog
