// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/foreignscan.h"

#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "storage/foreignfile.h"
#include "storage/foreignrecords.h"
#include "storage/foreigntables.h"
#include "storage/schema.h"

namespace psolog {

namespace {

/// More rows than a table of a hundred years has, with every day in it.
constexpr std::int64_t kMostRows = 1'000'000;

using Take = void (ForeignRecords::*)(ForeignRow&);

/// A table and what takes its rows; `since` is the schema version that brought it.
struct Step {
    ForeignTable table;
    Take take;
    int since;
    bool hasChanges;  ///< its last column came with kSharingSchema
};

const Step kSteps[] = {
    {{"athlete", foreign::kAthlete}, &ForeignRecords::takeAthlete, 1, true},
    {{"safety_screening", foreign::kScreening}, &ForeignRecords::takeScreening, 1, true},
    {{"safety_item", foreign::kSafetyItem}, &ForeignRecords::takeSafetyItem, 1, false},
    {{"check_in", foreign::kCheckIn}, &ForeignRecords::takeCheckIn, 1, true},
    {{"soreness", foreign::kSoreness}, &ForeignRecords::takeSoreness, 1, false},
    {{"run", foreign::kRun}, &ForeignRecords::takeRun, 1, false},
    {{"run_feature", foreign::kRunFeature}, &ForeignRecords::takeRunFeature, 1, false},
    {{"self_test", foreign::kSelfTest}, &ForeignRecords::takeSelfTest, 1, true},
    {{"reading", foreign::kReading}, &ForeignRecords::takeReading, 1, false},
    {{"release_session", foreign::kRelease}, &ForeignRecords::takeRelease, 1, true},
    {{"session_event", foreign::kEvent}, &ForeignRecords::takeEvent, 1, false},
    {{"weekly_check_in", foreign::kWeekly}, &ForeignRecords::takeWeekly, kWeeklySchema, true},
    {{"experiment", foreign::kExperiment}, &ForeignRecords::takeExperiment, kWeeklySchema, true},
    {{"snapshot", foreign::kSnapshot}, &ForeignRecords::takeSnapshot, kSharingSchema, false},
    {{"received_note", foreign::kReceivedNote}, &ForeignRecords::takeReceivedNote, kSharingSchema, false},
    {{"received_plan", foreign::kReceivedPlan}, &ForeignRecords::takeReceivedPlan, kSharingSchema, false},
    {{"received_plan_step", foreign::kPlanStep}, &ForeignRecords::takePlanStep, kSharingSchema, false},
};

/// Hands the rows of one table after the other to ForeignRecords, as the arguments of an SQL function: SQLite then
/// calls us for each row, which takes half the time of asking it for each column of each row.
class Scan {
public:
    Scan(ForeignDatabase& database, int version, std::int64_t budget)
        : m_database(database),
          m_version(version),
          m_records(version, budget)
    {
    }

    Result<LogCopy> run()
    {
        const int code = sqlite3_create_function_v2(
            m_database.handle(), "take_row", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, this, nullptr, onRow, onEnd, nullptr);
        if (code != SQLITE_OK)
            return tl::unexpected<Error>(m_database.errorFor(code, "the file"));
        for (const Step& step : kSteps)
            if (step.since <= m_version)
                if (auto done = read(step); !done)
                    return tl::unexpected<Error>(done.error());
        return m_records.finish();
    }

private:
    Result<void> read(const Step& step)
    {
        m_step = &step;
        m_rows = 0;
        const bool withoutLast = step.hasChanges && m_version < kSharingSchema;
        const auto columns = step.table.columns.first(step.table.columns.size() - (withoutLast ? 1 : 0));
        // In the order of the key, and from the table itself: no index has been compared with it.
        const std::string sql =
            fmt::format("SELECT take_row({}) FROM {} NOT INDEXED", fmt::join(columns, ", "), step.table.name);
        sqlite3_stmt* raw = nullptr;
        int code = sqlite3_prepare_v2(m_database.handle(), sql.c_str(), static_cast<int>(sql.size()), &raw, nullptr);
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(raw, sqlite3_finalize);
        if (code == SQLITE_OK)
            code = sqlite3_step(statement.get());
        if (m_failure)
            return tl::unexpected<Error>(*m_failure);
        if (code != SQLITE_ROW)
            return tl::unexpected<Error>(m_database.errorFor(code, step.table.name));
        return {};
    }

    /// No exception may pass through SQLite.
    void take(sqlite3_value** values)
    {
        try {
            ForeignRow row(m_step->table, values, m_memory);
            (m_records.*m_step->take)(row);
            if (++m_rows > kMostRows || m_records.isTooMuch())
                m_failure =
                    Error{ErrorCode::TooLarge, fmt::format("{}: more rows than are accepted", m_step->table.name)};
        } catch (const RefusedValue& value) {
            m_failure = Error{ErrorCode::Damaged, fmt::format("{}.{}: {}", value.table, value.column, value.reason)};
        } catch (const std::bad_alloc&) {
            m_failure = Error{ErrorCode::TooLarge, m_step->table.name};
        } catch (...) {
            m_failure = Error{ErrorCode::Internal, m_step->table.name};
        }
    }

    static void onRow(sqlite3_context* context, int /*count*/, sqlite3_value** values)
    {
        auto* scan = static_cast<Scan*>(sqlite3_user_data(context));
        if (!scan->m_failure)
            scan->take(values);
        if (scan->m_failure)
            sqlite3_result_error_code(context, SQLITE_ABORT);
    }

    static void onEnd(sqlite3_context* /*context*/) { }

    ForeignDatabase& m_database;
    int m_version;
    ForeignRecords m_records;
    ForeignMemory m_memory;
    const Step* m_step = nullptr;
    std::int64_t m_rows = 0;
    std::optional<Error> m_failure;
};

}  // namespace

Result<LogCopy> scanForeign(ForeignDatabase& database, int version, std::int64_t budget)
{
    return Scan(database, version, budget).run();
}

}  // namespace psolog
