// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <vector>

#include <QFile>

#include <gtest/gtest.h>

#include "platform/tonebank.h"
#include "platform/tonemixer.h"

namespace psolog {

namespace {

/// Both channels as one, between -1 and 1.
std::vector<double> mono(const StereoSound& sound)
{
    std::vector<double> samples(sound.frames());
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = (sound.samples[2 * i] + sound.samples[2 * i + 1]) / 65536.0;
    return samples;
}

double energy(const StereoSound& sound, std::size_t channel)
{
    double sum = 0;
    for (std::size_t i = channel; i < sound.samples.size(); i += 2)
        sum += std::pow(sound.samples[i] / 32768.0, 2);
    return sum;
}

/// Strength of one frequency in a stretch of sound (Goertzel).
double strength(const std::vector<double>& samples, std::size_t from, std::size_t to, double frequency, int rate)
{
    const double factor = 2 * std::cos(2 * std::numbers::pi * frequency / rate);
    double last = 0;
    double before = 0;
    for (std::size_t i = from; i < to; ++i) {
        // A bell-shaped window: a loud partial does not spill over into its neighbours.
        const double x = static_cast<double>(i - from) / static_cast<double>(to - from);
        const double value = samples[i] * std::pow(std::sin(std::numbers::pi * x), 2) + factor * last - before;
        before = last;
        last = value;
    }
    return last * last + before * before - factor * last * before;
}

/// The loudest pitch, in semitones above 440 Hz, in steps of half a one.
double pitch(const std::vector<double>& samples, double from, double to, int rate)
{
    const auto first = static_cast<std::size_t>(from * static_cast<double>(samples.size()));
    const auto last = static_cast<std::size_t>(to * static_cast<double>(samples.size()));
    double best = 0;
    double bestStrength = -1;
    for (double semitone = -16; semitone <= 28; semitone += 0.5) {
        const double found = strength(samples, first, last, 440 * std::exp2(semitone / 12), rate);
        if (found > bestStrength) {
            bestStrength = found;
            best = semitone;
        }
    }
    return best;
}

/// Loudest pitch and loudness every 50 ms: what an ear tells sounds apart by.
struct Feature {
    double pitch;
    bool sounds;
};

std::vector<Feature> melody(const StereoSound& sound)
{
    const std::vector<double> samples = mono(sound);
    const auto step = static_cast<std::size_t>(sound.rate / 20);
    std::vector<Feature> features;
    for (std::size_t at = 0; at + step <= samples.size(); at += step) {
        double sum = 0;
        for (std::size_t i = at; i < at + step; ++i)
            sum += samples[i] * samples[i];
        const auto total = static_cast<double>(samples.size());
        const bool sounds = std::sqrt(sum / static_cast<double>(step)) > 0.02;
        features.push_back(
            {pitch(samples, static_cast<double>(at) / total, static_cast<double>(at + step) / total, sound.rate),
             sounds});
    }
    return features;
}

/// How many stretches of 50 ms differ by two semitones or more, or by sound against silence.
std::size_t difference(const std::vector<Feature>& a, const std::vector<Feature>& b)
{
    const auto soundsAt = [](const std::vector<Feature>& all, std::size_t i) {
        return i < all.size() && all[i].sounds;
    };
    std::size_t different = 0;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (soundsAt(a, i) != soundsAt(b, i))
            ++different;
        else if (soundsAt(a, i) && std::abs(a[i].pitch - b[i].pitch) >= 2)
            ++different;
    }
    return different;
}

class SoundsTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto loaded = ToneBank::load();
        ASSERT_TRUE(loaded) << loaded.error().detail;
        bank.emplace(std::move(*loaded));
    }
    template <class Check>
    void forAll(Check check) const
    {
        for (const auto& tone : NameTable<Tone>::rows)
            for (const auto& side : NameTable<BodySide>::rows) {
                SCOPED_TRACE(std::string(tone.name) + " " + std::string(side.name));
                check(bank->sound(tone.value, side.value));
            }
    }
    [[nodiscard]] double pitchOf(Tone tone, BodySide side, double from, double to) const
    {
        return pitch(mono(bank->sound(tone, side)), from, to, bank->rate());
    }

    std::optional<ToneBank> bank;
};

}  // namespace

TEST_F(SoundsTest, AreShortAndAudibleWithoutClipping)
{
    forAll([](const StereoSound& sound) {
        const double seconds = static_cast<double>(sound.frames()) / sound.rate;
        EXPECT_GE(seconds, 0.1);
        EXPECT_LE(seconds, 0.6);
        const auto [low, high] = std::minmax_element(sound.samples.begin(), sound.samples.end());
        EXPECT_LT(*high, 24'000);
        EXPECT_GT(*low, -24'000);
        EXPECT_GT(*high, 10'000);
        const double loudness = std::sqrt((energy(sound, 0) + energy(sound, 1)) / static_cast<double>(sound.frames()));
        EXPECT_GT(loudness, 0.05);
    });
}

TEST_F(SoundsTest, BeginAndEndWithoutAClick)
{
    forAll([](const StereoSound& sound) {
        for (std::size_t i = 0; i < 8; ++i) {
            EXPECT_LT(std::abs(sound.samples[i]), 700);
            EXPECT_LT(std::abs(sound.samples[sound.samples.size() - 1 - i]), 700);
        }
    });
}

TEST_F(SoundsTest, ComeFromTheirSide)
{
    for (const auto& tone : NameTable<Tone>::rows) {
        SCOPED_TRACE(tone.name);
        const StereoSound& left = bank->sound(tone.value, BodySide::Left);
        const StereoSound& right = bank->sound(tone.value, BodySide::Right);
        const StereoSound& both = bank->sound(tone.value, BodySide::Both);
        EXPECT_GT(energy(left, 0), 10 * energy(left, 1));
        EXPECT_GT(energy(right, 1), 10 * energy(right, 0));
        EXPECT_NEAR(energy(both, 0) / energy(both, 1), 1, 0.01);
        EXPECT_GT(energy(left, 1), 0) << "one ear alone must hear it as well";
        EXPECT_GT(energy(right, 0), 0) << "one ear alone must hear it as well";
    }
}

TEST_F(SoundsTest, AreLowerOnTheLeftAndHigherOnTheRight)
{
    for (const auto& tone : NameTable<Tone>::rows) {
        SCOPED_TRACE(tone.name);
        const double left = pitchOf(tone.value, BodySide::Left, 0, 0.5);
        const double both = pitchOf(tone.value, BodySide::Both, 0, 0.5);
        const double right = pitchOf(tone.value, BodySide::Right, 0, 0.5);
        EXPECT_NEAR(both - left, 3, 1);
        EXPECT_NEAR(right - both, 3, 1);
    }
}

TEST_F(SoundsTest, RiseForABeginningAndFallForAnEnd)
{
    const auto rise = [this](Tone tone) {
        return pitchOf(tone, BodySide::Both, 0.7, 1) - pitchOf(tone, BodySide::Both, 0, 0.3);
    };
    for (const Tone tone : {Tone::Start, Tone::Step, Tone::Released, Tone::Answer, Tone::Taken})
        EXPECT_GE(rise(tone), 3) << nameOf(tone);
    for (const Tone tone : {Tone::Finished, Tone::Stop})
        EXPECT_LE(rise(tone), -5) << nameOf(tone);
    for (const Tone tone : {Tone::Hold, Tone::Halfway, Tone::Paused, Tone::LastSecond, Tone::Found})
        EXPECT_NEAR(rise(tone), 0, 1) << nameOf(tone);
}

TEST_F(SoundsTest, AreToldApartByMelody)
{
    std::vector<std::vector<Feature>> melodies;
    for (const auto& tone : NameTable<Tone>::rows)
        melodies.push_back(melody(bank->sound(tone.value, BodySide::Both)));
    for (std::size_t a = 0; a < melodies.size(); ++a)
        for (std::size_t b = a + 1; b < melodies.size(); ++b)
            EXPECT_GE(difference(melodies[a], melodies[b]), 2U)
                << NameTable<Tone>::rows[a].name << " and " << NameTable<Tone>::rows[b].name;
}

TEST(WavFile, RefusesWhatIsNotSixteenBitStereo)
{
    QFile file(soundPath(Tone::Step, BodySide::Both));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    ASSERT_TRUE(readWav(good));
    EXPECT_FALSE(readWav({}));
    EXPECT_FALSE(readWav("RIFF"));
    EXPECT_FALSE(readWav(good.left(12)));
    EXPECT_FALSE(readWav(good.left(44)));
    EXPECT_FALSE(readWav(good.left(good.size() / 2)));
    for (const qsizetype at : {qsizetype(0), qsizetype(8), qsizetype(20), qsizetype(22), qsizetype(34)}) {
        QByteArray wrong = good;
        wrong[at] = 9;
        EXPECT_FALSE(readWav(wrong)) << at;
    }
}

TEST(ToneMixer, AddsSoundsUpAndThenGivesSilence)
{
    const StereoSound step{1'000, {100, 200, 100, 200}};
    const StereoSound loud{1'000, {30'000, -30'000, 30'000, -30'000, 30'000, -30'000}};
    int silent = 0;
    ToneMixer mixer(3, [&silent] { ++silent; });
    ASSERT_TRUE(mixer.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    const auto next = [&mixer](std::size_t frames) {
        std::vector<std::int16_t> samples(frames * 2);
        const auto bytes = static_cast<qint64>(samples.size() * sizeof(std::int16_t));
        EXPECT_EQ(mixer.read(reinterpret_cast<char*>(samples.data()), bytes), bytes);
        return samples;
    };
    mixer.add(step, 1.0);
    EXPECT_EQ(next(1), (std::vector<std::int16_t>{100, 200}));
    mixer.add(loud, 0.5);
    EXPECT_EQ(next(2), (std::vector<std::int16_t>{15'100, -14'800, 15'000, -15'000}));
    mixer.add(loud, 1.0);
    EXPECT_EQ(next(1), (std::vector<std::int16_t>{32'767, -32'768})) << "bounded, never wrapped";
    EXPECT_FALSE(mixer.isSilent());
    next(2);
    EXPECT_TRUE(mixer.isSilent());
    EXPECT_EQ(silent, 0);
    EXPECT_EQ(next(2), (std::vector<std::int16_t>(4, 0)));
    next(2);
    next(2);
    EXPECT_EQ(silent, 1);
}

}  // namespace psolog
