// SPDX-License-Identifier: GPL-3.0-or-later
// A program killed at random moments: everything acknowledged is in the file, nothing is there by halves.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "storage/logtest.h"
#include "support/killedchild.h"

using namespace psolog;
using namespace psolog::test;

namespace {

constexpr int kKills = 200;

/// Names the seed of the moments to repeat, as a failure has printed it.
constexpr const char* kSeedVariable = "PSOLOG_KILL_SEED";

std::uint32_t seed()
{
    const char* const given = std::getenv(kSeedVariable);
    return given != nullptr ? static_cast<std::uint32_t>(std::stoul(given)) : std::random_device{}();
}

class Killing : public LogTest {
protected:
    /// The child: writes for ever, and says the number of each record once it is saved. Even numbers are check-ins, odd
    /// ones events of the session of this round.
    [[noreturn]] void write(int round, int acknowledge)
    {
        auto opened = tryOpen(m_path);
        if (!opened)
            ::_exit(2);
        Log& log = **opened;
        if (!log.releases().save(sessionOf(round)))
            ::_exit(3);
        for (int number = 0;; ++number) {
            const bool saved = number % 2 == 0
                ? log.checkIns().save(checkInOf(round, number)).has_value()
                : log.releases().append(sessionOf(round).id, event(number / 2, 1)).has_value();
            if (!saved)
                ::_exit(4);
            if (::write(acknowledge, &number, sizeof number) != sizeof number)
                ::_exit(0);
        }
    }

    static std::string uuid(int kind, int round, int number)
    {
        return fmt::format("{:08x}-0000-4000-8000-{:04x}{:08x}", kind, round, number);
    }

    static CheckIn checkInOf(int round, int number)
    {
        SequentialIds ids;
        CheckIn record = fullCheckIn(ids, number % 100, number % 11);
        record.id = CheckInId(uuid(1, round, number));
        record.run->id = RunId(uuid(2, round, number));
        return record;
    }

    static ReleaseSession sessionOf(int round)
    {
        SequentialIds ids;
        ReleaseSession record = session(ids, 1);
        record.id = ReleaseSessionId(uuid(3, round, 0));
        return record;
    }
};

TEST_F(Killing, NothingAcknowledgedIsLostInTwoHundredKills)
{
    const std::uint32_t start = seed();
    RecordProperty("seed", std::to_string(start));
    SCOPED_TRACE(fmt::format("{}={}", kSeedVariable, start));
    std::mt19937 random(start);
    std::uniform_real_distribution<double> share(0, 1);
    int acknowledged = 0;
    int interrupted = 0;
    for (int round = 0; round < kKills; ++round) {
        SCOPED_TRACE(round);
        const int last = runAndKill(share(random), [&](int acknowledge) { write(round, acknowledge); });
        ASSERT_GE(last, 0);
        acknowledged += last + 1;
        interrupted += std::filesystem::exists(m_path + "-journal") ? 1 : 0;

        const auto log = open();  // includes quick_check
        const auto found = *log->releases().find(sessionOf(round).id);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->outcome, ReleaseOutcome::Running);
        ASSERT_GE(static_cast<int>(found->events.size()), (last + 1) / 2);
        ASSERT_LE(static_cast<int>(found->events.size()), (last + 1) / 2 + 1);
        for (std::size_t i = 0; i < found->events.size(); ++i)
            ASSERT_EQ(found->events[i], event(static_cast<int>(i), 1));
        for (int number = 0; number <= last; number += 2)
            ASSERT_EQ(*log->checkIns().find(checkInOf(round, number).id), checkInOf(round, number));
        // The one in flight is there whole, or not at all.
        const int next = last + 1;
        if (const auto inFlight = *log->checkIns().find(checkInOf(round, next).id)) {
            ASSERT_EQ(*inFlight, checkInOf(round, next));
        }
    }
    EXPECT_EQ(codeOf(checkLog(m_path)), "ok");
    EXPECT_GT(acknowledged, kKills) << "only first records were ever saved";
    EXPECT_GT(interrupted, kKills / 20) << "hardly any kill hit a transaction";
}

}  // namespace
