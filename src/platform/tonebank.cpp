// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tonebank.h"

#include <QFile>

namespace psolog {

namespace {

QString textOf(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

}  // namespace

QString soundPath(Tone tone, BodySide side)
{
    return QStringLiteral(":/sounds/%1-%2.wav").arg(textOf(nameOf(tone)), textOf(nameOf(side)));
}

Result<ToneBank> ToneBank::load()
{
    ToneBank bank;
    for (const auto& tone : NameTable<Tone>::rows)
        for (const auto& side : NameTable<BodySide>::rows) {
            QFile file(soundPath(tone.value, side.value));
            if (!file.open(QIODevice::ReadOnly))
                return fail(ErrorCode::NotFound, "sound " + std::string(tone.name));
            auto sound = readWav(file.readAll());
            if (!sound)
                return fail(sound.error().code, "sound " + std::string(tone.name) + ": " + sound.error().detail);
            bank.m_sounds[static_cast<std::size_t>(tone.value)][static_cast<std::size_t>(side.value)] =
                std::move(*sound);
        }
    for (const auto& sides : bank.m_sounds)
        for (const StereoSound& sound : sides)
            if (sound.rate != bank.rate())
                return fail(ErrorCode::InvalidValue, "sounds of different rates");
    return bank;
}

const StereoSound& ToneBank::sound(Tone tone, BodySide side) const
{
    return m_sounds[static_cast<std::size_t>(tone)][static_cast<std::size_t>(side)];
}

}  // namespace psolog
