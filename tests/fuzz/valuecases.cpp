// SPDX-License-Identifier: GPL-3.0-or-later
// Logs with the right definitions and values that no log has, and some that look bad and are allowed.
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "fuzz/hostilecorpus.h"
#include "fuzz/logbuilder.h"

namespace psolog::test {

namespace {

HostileCase valued(std::string name, std::string sql, Verdict verdict = Verdict::Refused)
{
    return bytesCase(std::move(name), verdict, {},
                     [sql = std::move(sql)] { return LogBuilder(newestLogVersion(), 1024).fill().run(sql).bytes(); });
}

HostileCase untyped(std::string name, const char* table, std::string sql)
{
    return bytesCase(std::move(name), Verdict::Refused, {}, [table, sql = std::move(sql)] {
        return LogBuilder(newestLogVersion(), 1024).fill().runUntyped(table, sql).bytes();
    });
}

void addTypes(std::vector<HostileCase>& cases)
{
    struct Column {
        const char* table;
        const char* column;
        std::vector<const char*> values;
    };
    const std::vector<const char*> notTexts{"X'00ff'", "2.5", "7", "NULL"};
    const std::vector<const char*> notNumbers{"X'00ff'", "2.5", "'text'", "-1e308", "1e999"};
    const Column columns[] = {
        {"athlete", "name", notTexts},           {"athlete", "utc_ms", notNumbers},
        {"check_in", "note", notTexts},          {"check_in", "day", notNumbers},
        {"soreness", "score", notNumbers},       {"run", "minutes", notNumbers},
        {"run", "time_zone", notTexts},          {"reading", "repeat", notNumbers},
        {"reading", "contraction", notTexts},    {"release_session", "worked_ms", notNumbers},
        {"session_event", "kind", notTexts},     {"session_event", "step", notNumbers},
        {"weekly_check_in", "q1", notNumbers},   {"experiment", "baseline", notNumbers},
        {"experiment", "first_day", notTexts},   {"safety_screening", "offset_min", notNumbers},
        {"self_test", "deleted_at", notNumbers},
    };
    for (const auto& [table, column, values] : columns)
        for (std::size_t i = 0; i < values.size(); ++i)
            cases.push_back(untyped(fmt::format("type-{}-{}-{}", table, column, i), table,
                                    fmt::format("UPDATE {} SET {} = {}", table, column, values[i])));
}

void addNumbers(std::vector<HostileCase>& cases)
{
    const auto each = [&](const char* table, const char* column, std::initializer_list<const char*> values) {
        for (const char* value : values)
            cases.push_back(valued(fmt::format("number-{}-{}-{}", table, column, value),
                                   fmt::format("UPDATE {} SET {} = {}", table, column, value)));
    };
    constexpr const char* least = "-9223372036854775807 - 1";
    constexpr const char* most = "9223372036854775807";
    each("athlete", "utc_ms", {least, most, "-62135596800001", "253402300800000"});
    each("athlete", "offset_min", {least, most, "1081", "-1081", "4294967296"});
    each("athlete", "singleton", {"2"});
    each("run", "distance_m", {"0", "-1", "300001", most, "4294967297"});
    each("run", "minutes", {"0", "841", least});
    each("run", "effort", {"11", "-1", "4294967296"});
    each("soreness", "score", {"11", "-1", most, "4294967301"});
    each("soreness", "day", {"0", most});
    each("check_in", "day", {most, least, "2147483648", "99999999"});
    each("check_in", "removed", {"2", "-1"});
    each("check_in", "utc_ms", {most, least});
    each("self_test", "repeats", {"0", "4", most});
    each("self_test", "hold_s", {"-1", "3601", most});
    each("self_test", "wording_version", {"0", "4294967297"});
    each("reading", "repeat", {"0", "4"});
    each("release_session", "planned_s", {"-1", most});
    each("release_session", "worked_ms", {"-1", least});
    each("session_event", "worked_ms", {"-1"});
    each("session_event", "duration_ms", {"-1"});
    each("session_event", "step", {"-1", most, "4294967296"});
    each("session_event", "point", {"0", most});
    each("weekly_check_in", "q1", {"1", "9", most});
    each("experiment", "baseline", {"6", "22", most});
    each("experiment", "release_days", {"13", "57"});
    cases.push_back(valued("number-worked-forever", fmt::format("UPDATE release_session SET worked_ms = {}", most),
                           Verdict::Either));
    cases.push_back(
        valued("number-removed-forever", fmt::format("UPDATE self_test SET deleted_at = {}", most), Verdict::Either));
    cases.push_back(valued("number-removed-before-time", fmt::format("UPDATE self_test SET deleted_at = {}", least),
                           Verdict::Either));
    cases.push_back(valued("number-changed-forever", fmt::format("UPDATE self_test SET changed_ms = {}", most)));
}

void addDays(std::vector<HostileCase>& cases)
{
    for (const char* day : {"10000-01-01", "-001-01-01", "0000-00-00", "2026-02-30", "2026-13-01", "2026-2-3",
                            "20260203", "now", "", "2026-03-02T00:00", "2026-03-02 ", "2460000.5", "٢٠٢٦-٠٣-٠٢"})
        for (const char* table : {"athlete", "self_test"})
            cases.push_back(valued(fmt::format("day-{}-{}", table, std::string(day).empty() ? "empty" : day),
                                   fmt::format("UPDATE {} SET local_day = {}", table, sqlText(day))));
    cases.push_back(valued("day-nul", "UPDATE athlete SET local_day = '2026-03-02' || char(0) || 'x'"));
    // Days that exist, however unlikely.
    cases.push_back(valued("day-year-9999", "UPDATE self_test SET utc_ms = 253402300799999, local_day = '9999-12-31'",
                           Verdict::Either));
    cases.push_back(valued("day-year-1", "UPDATE self_test SET utc_ms = -62135596800000, local_day = '0001-01-01'"));
    cases.push_back(
        valued("day-before-1970", "UPDATE release_session SET utc_ms = -1, local_day = '1969-12-31' WHERE seq = 1"));
    cases.push_back(valued("day-year-0", "UPDATE self_test SET local_day = '0000-01-01'", Verdict::Either));
    cases.push_back(valued("day-far-from-moment", "UPDATE self_test SET local_day = '1970-01-01'", Verdict::Either));
    cases.push_back(
        valued("day-check-in-9999",
               "UPDATE check_in SET utc_ms = 253402300799999, local_day = '9999-12-31', day = 2932896, removed "
               "= 0, deleted_at = NULL WHERE seq = 1; UPDATE soreness SET day = 2932896, utc_ms = "
               "253402300799999 WHERE check_in = 1",
               Verdict::Either));
    cases.push_back(valued("day-of-check-in-is-another", "UPDATE check_in SET local_day = '2026-01-01'"));
}

void addTexts(std::vector<HostileCase>& cases)
{
    const auto name = [&](const char* what, const std::string& literal, Verdict verdict) {
        cases.push_back(
            valued(fmt::format("name-{}", what), fmt::format("UPDATE athlete SET name = {}", literal), verdict));
        cases.push_back(
            valued(fmt::format("note-{}", what), fmt::format("UPDATE check_in SET note = {}", literal), verdict));
    };
    name("rich-text", sqlText("<b>bold</b> <img src=\"file:///etc/passwd\"><a href='https://example.com/'>x</a>"),
         Verdict::Accepted);
    name("image", sqlText("<img src=file:///dev/zero>"), Verdict::Accepted);
    name("formula", sqlText("=HYPERLINK(\"https://example.com/\", \"open\")"), Verdict::Accepted);
    name("formula-plus", sqlText("+cmd|' /C calc'!A0"), Verdict::Accepted);
    name("formula-at", sqlText("@SUM(1,1)"), Verdict::Accepted);
    name("markdown", sqlText("![x](file:///etc/passwd) `x` **x**"), Verdict::Accepted);
    name("format", sqlText("%s %n {} {0} %1 %2 ${HOME} `id` $(id) ; rm -rf /"), Verdict::Accepted);
    name("path", sqlText("../../../../etc/passwd"), Verdict::Accepted);
    name("emoji", sqlText("👩‍👩‍👧‍👦 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 e\xCC\x81"), Verdict::Accepted);
    name("many-marks", "'Z' || replace(hex(zeroblob(45)), '00', char(0x0335))", Verdict::Accepted);
    name("bidi", "'Anna' || char(0x202E) || 'gpj.exe'", Verdict::Either);
    name("isolates", "char(0x2066) || 'x' || char(0x2067)", Verdict::Either);
    name("control", "'a' || char(7) || char(27) || '[31mred'", Verdict::Either);
    name("lines", "'a' || char(10) || 'b' || char(13) || 'c' || char(0x2028) || 'd'", Verdict::Either);
    name("bom", "char(0xFEFF) || 'x'", Verdict::Either);
    name("noncharacter", "char(0xFFFF) || char(0x10FFFF)", Verdict::Either);
    const std::pair<const char*, std::string_view> bad[] = {
        {"byte-ff", "\xFF\xFE"},
        {"overlong", "\xC0\xAF"},
        {"surrogate", "\xED\xA0\x80"},
        {"cut", "abc\xE2\x82"},
        {"beyond", "\xF4\x90\x80\x80"},
        {"lone-continuation", "\x80\x80\x80"},
        {"nul", std::string_view("a\0b", 3)},
        {"only-nul", std::string_view("\0", 1)},
    };
    for (const auto& [what, bytes] : bad)
        name(what, rawText(bytes), Verdict::Refused);
    // length() of SQLite counts to the first NUL: the limits of the definitions do not see what follows.
    cases.push_back(valued("note-behind-nul", "UPDATE check_in SET note = 'a' || char(0) || hex(zeroblob(400000))"));
    cases.push_back(valued("id-behind-nul", "UPDATE check_in SET id = id || char(0) || hex(zeroblob(400000))"));
    cases.push_back(valued("zone-behind-nul", "UPDATE check_in SET time_zone = 'UTC' || char(0) || 'x'"));
    cases.push_back(valued("name-too-long", "UPDATE athlete SET name = hex(zeroblob(51))"));
    cases.push_back(valued("note-too-long", "UPDATE check_in SET note = hex(zeroblob(2501)) WHERE seq = 1"));
    cases.push_back(
        valued("note-longest", "UPDATE check_in SET note = replace(hex(zeroblob(2500)), '0', '🏃')", Verdict::Accepted));
    cases.push_back(valued("zone-too-long", "UPDATE check_in SET time_zone = hex(zeroblob(60))"));
    cases.push_back(valued("zone-path", "UPDATE check_in SET time_zone = '../../etc/passwd'", Verdict::Either));
    cases.push_back(valued("zone-control", "UPDATE check_in SET time_zone = char(27) || char(0x202E)"));
    cases.push_back(valued("routine-name-rich",
                           "UPDATE release_session SET routine_name = '<img src=file:///dev/zero>'",
                           Verdict::Accepted));
    cases.push_back(valued("routine-id-path", "UPDATE release_session SET routine_id = '../../x'", Verdict::Either));
    cases.push_back(valued("text-of-a-megabyte", "UPDATE check_in SET note = hex(zeroblob(600000)) WHERE seq = 1"));
    cases.push_back(
        valued("blob-50-megabytes", "UPDATE check_in SET note = CAST(zeroblob(50000000) AS TEXT) WHERE seq = 1"));
    cases.push_back(
        valued("text-50-megabytes", "UPDATE release_session SET note = hex(zeroblob(25000000)) WHERE seq = 1"));
    cases.push_back(untyped("blob-in-integer", "soreness",
                            "UPDATE soreness SET score = zeroblob(30000000) WHERE check_in = 1 AND site = "
                            "(SELECT min(site) FROM soreness WHERE check_in = 1)"));
}

void addIdentities(std::vector<HostileCase>& cases)
{
    cases.push_back(valued("id-upper-case", "UPDATE check_in SET id = upper(id)"));
    cases.push_back(
        valued("id-differs-by-case",
               "UPDATE check_in SET id = 'abcdefab-0000-4000-8000-000000000000' WHERE seq = 1; UPDATE check_in SET "
               "id = 'ABCDEFAB-0000-4000-8000-000000000000' WHERE seq = 3"));
    cases.push_back(valued("id-of-dashes", "UPDATE athlete SET id = '------------------------------------'"));
    cases.push_back(valued("id-empty", "UPDATE athlete SET id = ''"));
    cases.push_back(valued("id-shared-by-kinds",
                           "UPDATE self_test SET id = (SELECT id FROM check_in WHERE seq = 1) WHERE seq = 1",
                           Verdict::Either));
    cases.push_back(valued("id-of-run-is-check-in",
                           "UPDATE run SET id = (SELECT id FROM check_in WHERE seq = 1) WHERE seq = 1",
                           Verdict::Either));
    cases.push_back(valued("athlete-none", "DELETE FROM athlete"));
    cases.push_back(valued("proposed-routine-path", "UPDATE received_plan SET routine_id = '../../x'"));
    cases.push_back(valued("proposed-routine-nameless", "UPDATE received_plan SET routine_name = ''"));
    cases.push_back(valued("enum-unknown", "UPDATE release_session SET outcome = 'exploded'"));
    cases.push_back(valued("enum-other-case", "UPDATE check_in SET context = 'Morning'"));
    cases.push_back(valued("enum-empty", "UPDATE reading SET contraction = ''"));
    cases.push_back(valued("site-unknown", "UPDATE soreness SET site = 'ear-left' WHERE site = 'calf-left'"));
    cases.push_back(valued("reading-of-both", "UPDATE reading SET side = 'left', posture = 'arched'"));
    cases.push_back(valued("reading-of-neither", "UPDATE reading SET side = NULL, posture = NULL"));
    cases.push_back(
        valued("weekly-without-answer", "UPDATE weekly_check_in SET q1 = NULL, q2 = NULL, q3 = NULL, q4 = NULL"));
    const std::pair<const char*, const char*> orphans[] = {
        {"soreness", "UPDATE soreness SET check_in = check_in + 1000000"},
        {"run", "UPDATE run SET check_in = check_in + 1000000"},
        {"run-feature", "UPDATE run_feature SET run = 1000000 - run"},
        {"safety-item", "UPDATE safety_item SET screening = 77"},
        {"reading", "UPDATE reading SET self_test = self_test + 100"},
        {"event", "UPDATE session_event SET session = session - 1000000"},
        {"plan", "UPDATE experiment SET replaces = '12345678-0000-4000-8000-000000000000' WHERE seq = 2"},
        {"all", "DELETE FROM check_in; DELETE FROM self_test; DELETE FROM release_session"},
        {"run-of-removed", "UPDATE check_in SET removed = 1, deleted_at = 5"},
    };
    for (const auto& [what, sql] : orphans)
        cases.push_back(valued(fmt::format("orphan-{}", what), sql,
                               std::string_view(what) == "plan" ? Verdict::Either : Verdict::Refused));
    cases.push_back(valued("check-in-of-nothing",
                           "DELETE FROM soreness WHERE check_in = 3; UPDATE check_in SET note = '' WHERE seq = 3",
                           Verdict::Either));
    cases.push_back(valued("plans-in-a-circle",
                           "UPDATE experiment SET replaces = (SELECT id FROM experiment WHERE seq = 2) WHERE seq = 1",
                           Verdict::Either));
    cases.push_back(
        valued("plan-replaces-itself", "UPDATE experiment SET replaces = id WHERE seq = 2", Verdict::Either));
    cases.push_back(valued("plan-of-nothing", "UPDATE experiment SET release_first = NULL"));
    cases.push_back(valued("plan-of-both", "UPDATE experiment SET release_first = '10'"));
    cases.push_back(valued("plan-weeks-not-digits", "UPDATE experiment SET release_first = '1x' WHERE seq = 2"));
    cases.push_back(
        valued("plan-begins-in-9999", "UPDATE experiment SET first_day = '9999-12-31' WHERE seq = 2", Verdict::Either));
    cases.push_back(
        valued("events-with-holes", "UPDATE session_event SET sequence = sequence * 100000", Verdict::Either));
    cases.push_back(valued("negative-keys",
                           "UPDATE session_event SET session = -session; UPDATE release_session SET seq = -seq",
                           Verdict::Either));
}

void addMany(std::vector<HostileCase>& cases)
{
    const std::string numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999) ";
    cases.push_back(
        valued("million-events",
               numbers
                   + "INSERT INTO session_event (session, sequence, utc_ms, offset_min, time_zone, worked_ms, "
                     "kind, step, side) SELECT 1, i + 6, 1780000000000, 0, '', 0, 'gap', 0, 'left' FROM n",
               Verdict::Either));
    cases.push_back(valued("million-scores",
                           numbers
                               + "INSERT INTO soreness (check_in, site, score, day, utc_ms, removed) SELECT i + 100, "
                                 "'calf-left', 3, 0, 0, 1 FROM n"));
    cases.push_back(
        valued("many-check-ins",
               "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 150000) INSERT INTO "
               "check_in (seq, id, utc_ms, offset_min, time_zone, local_day, day, context, note) SELECT i, "
               "printf('%08x-0000-4000-8000-000000000000', i), 1000000000000 + i, 0, '', '2001-09-09', 11574, "
               "'other', 'x' FROM n",
               Verdict::Either));
    cases.push_back(
        valued("many-items",
               "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) INSERT INTO "
               "reading (self_test, position, side, repeat, contraction) SELECT 1, i, 'left', 1, 'soft' FROM n",
               Verdict::Either));
}

/// Logs that are sound and short, and that need a long time in what counts every day of them or looks at every pair.
void addLong(std::vector<HostileCase>& cases)
{
    const auto numbers = [](int last) {
        return fmt::format("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) ", last);
    };
    const auto plans = [&](int count) {
        return "UPDATE release_session SET utc_ms = 259200000, local_day = '1970-01-04' WHERE seq = 1; "
            + numbers(count)
            + "INSERT INTO experiment (seq, id, utc_ms, offset_min, time_zone, local_day, kind, first_day, "
              "release_first, state, reason) SELECT i + 100, printf('%08x-0000-4000-8000-000000000000', i + 100), "
              "259200000, 0, 'UTC', '1970-01-04', 'alternating-weeks', '1970-01-05', '1010101010', 'active', '' FROM n";
    };
    cases.push_back(valued("long-with-many-plans", plans(990), Verdict::Accepted));
    cases.push_back(valued("long-with-too-many-plans", plans(20'000)));
    // Each run, test and release is of an earlier day than the one before it in its table, or lies between others.
    cases.push_back(valued(
        "long-in-no-order",
        numbers(20'000)
            + "INSERT INTO check_in (seq, id, utc_ms, offset_min, time_zone, local_day, day, context, note) SELECT i + "
              "100, printf('%08x-0000-4000-8000-000000000001', i), i * 86400000, 0, 'UTC', date(i * 86400, "
              "'unixepoch'), i, 'other', 'x' FROM n WHERE i % 2 = 0; "
            + numbers(20'000)
            + "INSERT INTO run (seq, id, check_in, utc_ms, offset_min, time_zone, local_day, distance_m) SELECT i + "
              "100, printf('%08x-0000-4000-8000-000000000002', i), i + 100, (20001 - i) * 86400000, 0, 'UTC', "
              "date((20001 - i) * 86400, 'unixepoch'), 1000 FROM n WHERE i % 2 = 0; "
            + numbers(20'000)
            + "INSERT INTO release_session (seq, id, utc_ms, offset_min, time_zone, local_day, routine_id, "
              "routine_name, planned_s, outcome, red_acknowledged, worked_ms, note) SELECT i + 100, "
              "printf('%08x-0000-4000-8000-000000000003', i), i * 86400000, 0, 'UTC', date(i * 86400, 'unixepoch'), "
              "'x', 'x', 300, 'completed', 0, 290000, '' FROM n WHERE i % 2 = 1",
        Verdict::Either));
}

}  // namespace

std::vector<HostileCase> valueCases()
{
    std::vector<HostileCase> cases;
    addTypes(cases);
    addNumbers(cases);
    addDays(cases);
    addTexts(cases);
    addIdentities(cases);
    addMany(cases);
    addLong(cases);
    return cases;
}

}  // namespace psolog::test
