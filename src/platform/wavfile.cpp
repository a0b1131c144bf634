// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/wavfile.h"

#include <QtEndian>

namespace psolog {

Result<StereoSound> readWav(const QByteArray& bytes)
{
    constexpr qsizetype kFormatSize = 16;
    constexpr qsizetype kChunkHeader = 8;
    if (bytes.size() < 12 || !bytes.startsWith("RIFF") || bytes.mid(8, 4) != "WAVE")
        return fail(ErrorCode::SyntaxError, "not a WAV file");
    StereoSound sound;
    for (qsizetype at = 12; at + kChunkHeader <= bytes.size();) {
        const QByteArrayView name = QByteArrayView(bytes).sliced(at, 4);
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.constData() + at + 4));
        const char* body = bytes.constData() + at + kChunkHeader;
        if (size > bytes.size() - at - kChunkHeader)
            return fail(ErrorCode::SyntaxError, "a part of the WAV file is cut off");
        if (name == "fmt ") {
            if (size < kFormatSize || qFromLittleEndian<quint16>(body) != 1 || qFromLittleEndian<quint16>(body + 2) != 2
                || qFromLittleEndian<quint16>(body + 14) != 16)
                return fail(ErrorCode::SyntaxError, "not 16-bit stereo PCM");
            sound.rate = static_cast<int>(qFromLittleEndian<quint32>(body + 4));
        } else if (name == "data") {
            sound.samples.resize(static_cast<std::size_t>(size / 4) * 2);
            qFromLittleEndian<qint16>(body, static_cast<qsizetype>(sound.samples.size()), sound.samples.data());
        }
        at += kChunkHeader + size + size % 2;
    }
    if (sound.rate <= 0 || sound.samples.empty())
        return fail(ErrorCode::SyntaxError, "the WAV file has no sound");
    return sound;
}

}  // namespace psolog
