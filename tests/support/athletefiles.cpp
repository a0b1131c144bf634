// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/athletefiles.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "exchange/logcontents.h"
#include "storage/log.h"

namespace psolog::test {

namespace {

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(nameOf(result.error().code)) + ": " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

}  // namespace

AthleteFiles::AthleteFiles(const IClock& clock, std::string folder) : m_clock(clock), m_folder(std::move(folder))
{
    std::filesystem::create_directories(m_folder);
    // Ids that no demonstration has.
    for (int i = 0; i < 5000; ++i)
        (void)m_ids.make<CheckInId>();
}

std::string AthleteFiles::make(const std::string& fileName, const std::string& name, std::uint64_t seed,
                               DemoOptions options)
{
    options.name = name;
    options.seed = seed;
    const LogContents contents = valueOf(generateDemo(options, m_clock));
    auto log = valueOf(Log::open(path(fileName), m_clock));
    valueOf(log->inTransaction([&] {
        return writeContents(
            contents,
            {log->athlete(), log->checkIns(), log->selfTests(), log->releases(), log->weekly(), log->experiments()});
    }));
    return path(fileName);
}

std::string AthleteFiles::copy(const std::string& path, const std::string& fileName) const
{
    std::filesystem::copy_file(path, this->path(fileName), std::filesystem::copy_options::overwrite_existing);
    return this->path(fileName);
}

void AthleteFiles::checkIn(const std::string& path, int score)
{
    auto log = valueOf(Log::open(path, m_clock));
    CheckIn record;
    record.id = m_ids.make<CheckInId>();
    record.recorded = {m_clock.now(), localDayOf(m_clock.now())};
    record.scores[Site{Muscle::Hamstring, Side::Left}] = Score::clamped(score);
    valueOf(log->checkIns().save(record));
}

void AthleteFiles::annotate(const std::string& path, const std::string& note)
{
    auto log = valueOf(Log::open(path, m_clock));
    const LocalDay today = localDayOf(m_clock.now());
    auto records = valueOf(log->checkIns().between(today - 60, today));
    if (records.empty())
        throw std::runtime_error("no check-in to annotate");
    records.back().note = note;
    valueOf(log->checkIns().save(records.back()));
}

std::string AthleteFiles::write(const std::string& fileName, const std::string& content) const
{
    std::ofstream(path(fileName), std::ios::binary) << content;
    return path(fileName);
}

}  // namespace psolog::test
