// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard: real voice, real tones, a sound server that records.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <QCoreApplication>

#include <gtest/gtest.h>

#include "platform/tonebank.h"
#include "recording.h"
#include "soundhouse.h"

namespace psolog::test {

namespace {

constexpr double kToneTolerance = 0.3;  // s, between play() and what is recorded
constexpr double kAlike = 0.5;          // words may sound over it; another tone, or none, gives less
constexpr double kSilent = 0.001;       // of full scale
constexpr double kFrame = 0.05;         // s
constexpr double kTellingPart = 0.35;   // s of a tone that are looked for: its beginning, before words join in
constexpr double kWordsLater = 1.5;     // s from the order to the first words
constexpr double kWordsEcho = 0.5;      // s for which words sound on after their reported end
constexpr std::chrono::minutes kLimit{2};

#ifdef PSOLOG_SANITIZED
constexpr int kHeldUpMs = 1'000;
#else
constexpr int kHeldUpMs = 100;
#endif

struct Line {
    double ms = 0;
    std::string kind;
    std::string text;
};

struct Span {
    double from;
    double to;
};

class SoundTest : public testing::Test {
protected:
    void SetUp() override
    {
        const QStringList missing = SoundHouse::missingPrograms();
        if (missing.isEmpty())
            return;
        ASSERT_NE(qgetenv("CI"), "true") << "missing: " << qPrintable(missing.join(u' '));
        GTEST_SKIP() << "missing: " << qPrintable(missing.join(u' '));
    }
    void TearDown() override
    {
        if (!HasFailure())
            return;
        for (const Line& line : lines)
            std::printf("%.0f %s %s\n", line.ms, line.kind.c_str(), line.text.c_str());
    }

    void probe(SoundHouse& house, const QString& what)
    {
        const QString log = house.path(QStringLiteral("probe.log"));
        const int exitCode = house.run(QStringLiteral(PSOLOG_SOUNDPROBE), {what, log}, kLimit);
        ASSERT_EQ(exitCode, 0) << house.complaints(QStringLiteral("psolog_soundprobe"));
        std::ifstream file(log.toStdString());
        for (std::string row; std::getline(file, row);) {
            std::istringstream in(row);
            Line line;
            in >> line.ms >> line.kind;
            std::getline(in >> std::ws, line.text);
            lines.push_back(line);
        }
        ASSERT_FALSE(lines.empty());
        EXPECT_EQ(lines.back().kind, "end");
    }
    [[nodiscard]] std::vector<Line> all(const std::string& kind) const
    {
        std::vector<Line> found;
        std::copy_if(lines.begin(), lines.end(), std::back_inserter(found),
                     [&kind](const Line& line) { return line.kind == kind; });
        return found;
    }
    [[nodiscard]] std::string last(const std::string& kind) const
    {
        const auto found = all(kind);
        return found.empty() ? std::string() : found.back().text;
    }
    /// No slot, timer or event waited for a service.
    void expectNeverHeldUp() const
    {
        const Beat beat = heartbeat();
        ASSERT_GE(beat.reference, 0);
        std::printf("event loop held up for at most %d ms, an idle thread for %d ms\n", beat.worst, beat.reference);
        // A page that is painted on a loaded machine loses several of the turns that an idle thread loses one of; one
        // that waits for a stopped service loses seconds.
        EXPECT_LE(beat.worst, kHeldUpMs + 3 * beat.reference);
    }

    struct Beat {
        int worst = -1;      // ms
        int reference = -1;  // ms
    };
    [[nodiscard]] Beat heartbeat() const
    {
        Beat beat;
        std::istringstream(last("beat")) >> beat.worst >> beat.reference;
        return beat;
    }

    void expectTones(const Recording& recording, double began);
    void expectWords(const Recording& recording, double began) const;
    void expectSilenceElsewhere(const Recording& recording, double began) const;

    std::vector<Line> lines;
    std::vector<Span> tonesHeard;
};

/// Each tone is heard when it is due, but for what even an idle thread missed: that is the machine's doing.
void SoundTest::expectTones(const Recording& recording, double began)
{
    const auto bank = ToneBank::load();
    ASSERT_TRUE(bank);
    const double tolerance = kToneTolerance + std::max(0, heartbeat().reference) / 1000.0;
    for (const Line& line : all("tone")) {
        std::istringstream in(line.text);
        std::string name;
        std::string sideName;
        in >> name >> sideName;
        SCOPED_TRACE(line.text);
        const auto tone = fromName<Tone>(name);
        const auto side = fromName<BodySide>(sideName);
        ASSERT_TRUE(tone && side);
        const double due = (line.ms - began) / 1000;
        double likeness = 0;
        double at = 0;
        std::string_view heardSide;
        for (const auto& candidate : NameTable<BodySide>::rows) {
            const Recording sound(bank->sound(*tone, candidate.value), kTellingPart);
            const auto match = recording.find(sound, due - tolerance - 0.1, due + tolerance + 0.1);
            if (match.likeness <= likeness)
                continue;
            likeness = match.likeness;
            at = match.at;
            heardSide = candidate.name;
        }
        std::printf("%-12s %-5s %+6.1f ms (likeness %.2f)\n", name.c_str(), sideName.c_str(), (at - due) * 1000,
                    likeness);
        EXPECT_GE(likeness, kAlike);
        EXPECT_EQ(heardSide, sideName);
        EXPECT_NEAR(at, due, tolerance);
        const StereoSound& sound = bank->sound(*tone, *side);
        tonesHeard.push_back({at - kFrame, at + static_cast<double>(sound.frames()) / sound.rate + kFrame});
    }
    ASSERT_FALSE(tonesHeard.empty());
}

bool isIn(const std::vector<Span>& spans, double from, double to)
{
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return from < span.to && to > span.from; });
}

/// Each sentence the service was given is heard soon afterwards, outside the tones.
void SoundTest::expectWords(const Recording& recording, double began) const
{
    for (const Line& line : all("say")) {
        SCOPED_TRACE(line.text);
        const double at = (line.ms - began) / 1000;
        double heard = 0;
        for (double frame = at; frame < at + kWordsLater; frame += kFrame)
            if (!isIn(tonesHeard, frame, frame + kFrame) && recording.loudness(frame, frame + kFrame) > 5 * kSilent)
                heard += kFrame;
        EXPECT_GE(heard, 0.15);
    }
}

void SoundTest::expectSilenceElsewhere(const Recording& recording, double began) const
{
    std::vector<Span> spans = tonesHeard;
    std::optional<double> from;
    for (const Line& line : lines) {
        const double at = (line.ms - began) / 1000;
        if (line.kind == "say")
            from = at;
        else if (line.kind == "said" && from)
            spans.push_back({*std::exchange(from, std::nullopt), at + kWordsEcho});
    }
    EXPECT_FALSE(from) << "a sentence without an end";
    double silent = 0;
    for (double frame = 0; frame + kFrame < recording.seconds(); frame += kFrame) {
        if (isIn(spans, frame, frame + kFrame))
            continue;
        silent += kFrame;
        EXPECT_LT(recording.loudness(frame, frame + kFrame), kSilent) << "at " << frame << " s";
    }
    EXPECT_GT(silent, 0.5) << "nothing was looked at";
}

}  // namespace

TEST_F(SoundTest, TonesAndWordsAreHeardWhenTheyAreDueAndNothingElseIs)
{
    SoundHouse house(SoundHouse::Furniture::Everything);
    ASSERT_TRUE(house.isReady());
    house.record();
    probe(house, QStringLiteral("schedule"));
    EXPECT_EQ(last("voice"), "ready");
    EXPECT_EQ(last("tones"), "ready");
    ASSERT_EQ(all("say").size(), 4U) << "the one asked too early is dropped, the others are said";
    EXPECT_EQ(all("cut").size(), 1U);
    const Recording recording(house.recorded());
    expectTones(recording, house.recordingBegan());
    expectWords(recording, house.recordingBegan());
    expectSilenceElsewhere(recording, house.recordingBegan());
    expectNeverHeldUp();
}

TEST_F(SoundTest, AReleaseSessionIsHeardAsItIsShown)
{
    SoundHouse house(SoundHouse::Furniture::Everything);
    ASSERT_TRUE(house.isReady());
    house.record();
    probe(house, QStringLiteral("session"));
    EXPECT_EQ(last("voice"), "ready");
    EXPECT_EQ(last("threads"), "0");
    EXPECT_GE(all("tone").size(), 8U);
    EXPECT_GE(all("say").size(), 4U);
    const Recording recording(house.recorded());
    expectTones(recording, house.recordingBegan());
    expectWords(recording, house.recordingBegan());
    expectSilenceElsewhere(recording, house.recordingBegan());
}

TEST_F(SoundTest, AStoppedSpeechServiceHoldsUpNoSessionAndIsReported)
{
    SoundHouse house(SoundHouse::Furniture::Everything);
    ASSERT_TRUE(house.isReady());
    house.freezeSpeech();
    house.record();
    probe(house, QStringLiteral("hampered"));
    EXPECT_EQ(last("voice"), "not-answering");
    EXPECT_EQ(last("tones"), "ready");
    EXPECT_TRUE(all("say").empty());
    const Recording recording(house.recorded());
    expectTones(recording, house.recordingBegan());
    expectSilenceElsewhere(recording, house.recordingBegan());
    expectNeverHeldUp();
}

TEST_F(SoundTest, AStoppedSoundServerHoldsNothingUpAndIsReported)
{
    SoundHouse house(SoundHouse::Furniture::Everything);
    ASSERT_TRUE(house.isReady());
    house.freezeSound();
    probe(house, QStringLiteral("states"));
    EXPECT_EQ(last("tones"), "not-answering");
    expectNeverHeldUp();
}

TEST_F(SoundTest, WithoutAnyServiceTheStatesSaySoAtOnce)
{
    SoundHouse house(SoundHouse::Furniture::Nothing);
    probe(house, QStringLiteral("states"));
    EXPECT_EQ(last("voice"), "no-service");
    EXPECT_EQ(last("tones"), "no-output");
    expectNeverHeldUp();
}

}  // namespace psolog::test

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
