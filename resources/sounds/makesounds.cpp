// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sounds of the guided flows: makesounds FOLDER
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "melodies.h"

namespace psolog::sounds {

namespace {

/// Left is lower, right is higher; both are still heard in one ear.
struct Placement {
    BodySide side;
    std::string_view name;
    double transpose;  // semitones
    double left;
    double right;
};

constexpr double kFar = 0.18;
constexpr double kNear = 1.0;
constexpr double kMiddle = 0.72;  // as loud as near and far together

constexpr std::array kPlacements{
    Placement{BodySide::Left, "left", -3, kNear, kFar},
    Placement{BodySide::Right, "right", 3, kFar, kNear},
    Placement{BodySide::Both, "both", 0, kMiddle, kMiddle},
};

class ByteWriter {
public:
    void text(std::string_view text) { m_bytes.append(text); }
    void number(std::uint32_t value, int bytes)
    {
        for (int i = 0; i < bytes; ++i)
            m_bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// 16-bit stereo PCM.
std::string wavOf(const std::vector<double>& samples, const Placement& placement)
{
    constexpr std::uint32_t channels = 2;
    constexpr std::uint32_t sampleBytes = 2;
    const auto dataSize = static_cast<std::uint32_t>(samples.size()) * channels * sampleBytes;
    ByteWriter out;
    out.text("RIFF");
    out.number(36 + dataSize, 4);
    out.text("WAVEfmt ");
    out.number(16, 4);
    out.number(1, 2);  // PCM
    out.number(channels, 2);
    out.number(kSampleRate, 4);
    out.number(kSampleRate * channels * sampleBytes, 4);
    out.number(channels * sampleBytes, 2);
    out.number(8 * sampleBytes, 2);
    out.text("data");
    out.number(dataSize, 4);
    for (const double sample : samples)
        for (const double gain : {placement.left, placement.right})
            out.number(static_cast<std::uint32_t>(std::lround(sample * gain * 32767)), 2);
    return out.bytes();
}

bool write(const std::string& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

}  // namespace

bool makeSounds(const std::string& folder)
{
    for (const auto& tone : NameTable<Tone>::rows)
        for (const Placement& placement : kPlacements) {
            const std::string path = folder + '/' + std::string(tone.name) + '-' + std::string(placement.name) + ".wav";
            if (!write(path, wavOf(render(melodyOf(tone.value), placement.transpose), placement))) {
                std::fprintf(stderr, "makesounds: %s cannot be written\n", path.c_str());
                return false;
            }
        }
    return true;
}

}  // namespace psolog::sounds

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: makesounds FOLDER\n", stderr);
        return 2;
    }
    return psolog::sounds::makeSounds(argv[1]) ? 0 : 1;
}
