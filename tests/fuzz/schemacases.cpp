// SPDX-License-Identifier: GPL-3.0-or-later
// Files whose definitions are not those of a log: what SQLite would run when somebody only reads.
#include <fmt/format.h>

#include "fuzz/hostilecorpus.h"
#include "fuzz/logbuilder.h"

namespace psolog::test {

namespace {

/// A sound log in which statements of ours change the definitions.
HostileCase changed(std::string name, std::string sql, Verdict verdict = Verdict::Refused)
{
    return bytesCase(std::move(name), verdict, {},
                     [sql = std::move(sql)] { return LogBuilder(newestLogVersion(), 1024).fill().run(sql).bytes(); });
}

/// A table replaced by one that is made so, with the rows that `rows` inserts.
HostileCase replaced(std::string name, const std::string& table, const std::string& definition,
                     const std::string& rows = {})
{
    return changed(std::move(name), fmt::format("DROP TABLE {}; {}; {}", table, definition, rows));
}

/// A row of sqlite_schema written by hand; SQLite has not looked at it.
std::string schemaRow(const std::string& type, const std::string& name, const std::string& table,
                      const std::string& root, const std::string& sql)
{
    return fmt::format(
        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('{}', '{}', '{}', {}, {})", type, name,
        table, root, sql);
}

std::string definitionOf(const std::string& table, const std::string& change)
{
    return fmt::format("UPDATE sqlite_schema SET {} WHERE type = 'table' AND name = '{}'", change, table);
}

const std::string kEndless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

void addViewsAndTriggers(std::vector<HostileCase>& cases)
{
    cases.push_back(replaced("view-as-table", "soreness",
                             "CREATE VIEW soreness AS " + kEndless
                                 + "SELECT 1 AS check_in, 'calf-left' AS site, 1 AS score, i AS day, 0 AS utc_ms, 0 AS "
                                   "removed FROM n"));
    cases.push_back(
        replaced("view-as-athlete", "athlete",
                 "CREATE VIEW athlete AS SELECT 1 AS singleton, '00000000-0000-4000-8000-000000000001' AS id, "
                 "0 AS utc_ms, 0 AS offset_min, 'UTC' AS time_zone, '1970-01-01' AS local_day, "
                 "hex(zeroblob(400000000)) AS name, 'release-today' AS start"));
    cases.push_back(changed("view-beside", "CREATE VIEW extra AS " + kEndless + "SELECT i FROM n"));
    cases.push_back(changed("view-of-functions",
                            "CREATE VIEW extra AS SELECT load_extension('/nonexistent/evil.so'), "
                            "readfile('/etc/hostname'), fts3_tokenizer('simple')"));
    cases.push_back(
        changed("trigger-on-insert", "CREATE TRIGGER evil AFTER INSERT ON check_in BEGIN DELETE FROM check_in; END"));
    cases.push_back(changed("trigger-on-update",
                            "CREATE TRIGGER evil BEFORE UPDATE ON athlete BEGIN SELECT hex(zeroblob(450000000)); END"));
    cases.push_back(
        changed("trigger-named-like-table", "CREATE TRIGGER check_in AFTER DELETE ON run BEGIN SELECT 1; END"));
    cases.push_back(changed(
        "view-hidden-among-tables",
        schemaRow("table", "hidden", "hidden", "0", sqlText("CREATE VIEW hidden AS SELECT hex(zeroblob(450000000))"))));
}

void addVirtualTables(std::vector<HostileCase>& cases)
{
    for (const char* module : {"fts3(x)", "fts4(x)", "fts5(x)", "rtree(id, x0, x1)", "geopoly(a)"}) {
        const std::string name(module, std::string_view(module).find('('));
        cases.push_back(bytesCase("virtual-" + name, Verdict::Refused, {}, [module] {
            LogBuilder log(newestLogVersion(), 1024);
            log.fill();
            // Not every SQLite has every module; the definition alone is as good.
            log.run(schemaRow("table", "evil", "evil", "0",
                              sqlText(fmt::format("CREATE VIRTUAL TABLE evil USING {}", module))));
            return log.bytes();
        }));
    }
    for (const char* module :
         {"dbstat", "sqlite_dbpage", "sqlite_stmt", "pragma_table_list", "csv(filename='/etc/passwd')",
          "no_such_module(1)", "fts5(check_in, site, score, day, utc_ms, removed)"})
        cases.push_back(changed(
            fmt::format("virtual-as-soreness-{}", std::string(module).substr(0, std::string_view(module).find('('))),
            definitionOf("soreness",
                         "rootpage = 0, sql = "
                             + sqlText(fmt::format("CREATE VIRTUAL TABLE soreness USING {}", module)))));
    cases.push_back(
        changed("virtual-real-fts5", "CREATE VIRTUAL TABLE evil USING fts5(a, b); INSERT INTO evil VALUES ('x', 'y')"));
}

void addBombs(std::vector<HostileCase>& cases)
{
    // Written as a row of the schema: SQLite would work the columns out when it makes the table.
    cases.push_back(changed("generated-column-bomb",
                            definitionOf("check_in",
                                         "sql = replace(sql, 'note TEXT NOT NULL CHECK (length(note) <= 5000)', "
                                         "'note TEXT AS (hex(zeroblob(450000000)))')")));
    std::string chain = "CREATE TABLE evil (c0 TEXT";
    for (int i = 1; i <= 40; ++i)
        chain += fmt::format(", c{} TEXT AS (c{} || c{})", i, i - 1, i - 1);
    cases.push_back(changed("generated-column-chain",
                            "CREATE TABLE evil (c0 TEXT); INSERT INTO evil VALUES ('0123456789'); "
                                + definitionOf("evil", "sql = " + sqlText(chain + ")"))));
    cases.push_back(changed(
        "generated-column-in-log",
        definitionOf("run", "sql = replace(sql, ') STRICT', ', x TEXT AS (hex(zeroblob(450000000)))) STRICT')")));
    const std::string slow =
        "('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' NOT GLOB '*a*a*a*a*a*a*a*a*a*a*a*b')";
    cases.push_back(changed(
        "check-bomb",
        definitionOf("athlete", "sql = replace(sql, ') STRICT', " + sqlText(", CHECK " + slow + ") STRICT") + ")")));
    cases.push_back(changed(
        "check-eats-memory",
        definitionOf("check_in",
                     "sql = replace(sql, ') STRICT', ', CHECK (length(hex(zeroblob(900000000))) > 0)) STRICT')")));
    cases.push_back(changed(
        "default-bomb",
        definitionOf("check_in",
                     "sql = replace(sql, ') STRICT', ', evil TEXT DEFAULT (hex(zeroblob(450000000)))) STRICT')")));
    cases.push_back(changed("index-on-slow-expression", "CREATE INDEX evil ON athlete (" + slow + ")"));
    cases.push_back(changed("index-on-expression", "CREATE INDEX evil ON check_in (length(note))"));
    cases.push_back(changed("index-partial", "CREATE INDEX evil ON check_in (note) WHERE note GLOB '*a*a*a*b'"));
    for (const int depth : {50, 900, 5'000, 50'000}) {
        const std::string nested =
            std::string(static_cast<std::size_t>(depth), '(') + "1" + std::string(static_cast<std::size_t>(depth), ')');
        std::string sum = "1";
        for (int i = 0; i < depth; ++i)
            sum += "+1";
        cases.push_back(
            changed(fmt::format("expression-nested-{}", depth),
                    schemaRow("table", "evil", "evil", "2", sqlText("CREATE TABLE evil (x CHECK (" + nested + "))"))));
        cases.push_back(
            changed(fmt::format("expression-sum-{}", depth),
                    schemaRow("table", "evil", "evil", "2", sqlText("CREATE TABLE evil (x DEFAULT (" + sum + "))"))));
    }
    std::string columns = "CREATE TABLE evil (c0";
    for (int i = 1; i < 1'990; ++i)
        columns += fmt::format(", c{}", i);
    cases.push_back(changed("columns-1990", columns + ")"));
    cases.push_back(changed("sql-of-a-megabyte",
                            schemaRow("table", "evil", "evil", "2",
                                      sqlText("CREATE TABLE evil (x) /*" + std::string(3'000'000, '*') + "*/"))));
    std::string compound = "CREATE VIEW evil AS SELECT 1";
    for (int i = 0; i < 450; ++i)
        compound += " UNION SELECT 1";
    cases.push_back(changed("view-of-many-parts", compound));
}

void addExtras(std::vector<HostileCase>& cases)
{
    cases.push_back(changed("extra-table", "CREATE TABLE extra (x)"));
    cases.push_back(changed("extra-column", "ALTER TABLE run ADD COLUMN extra TEXT"));
    cases.push_back(changed("extra-index", "CREATE INDEX extra ON check_in (note)"));
    cases.push_back(
        changed("extra-sequence", "CREATE TABLE extra (x INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE extra"));
    cases.push_back(changed("statistics", "ANALYZE", Verdict::Either));
    cases.push_back(changed("statistics-hostile",
                            "ANALYZE; DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 VALUES ('check_in', "
                            "'check_in_time', '0 0 0 unordered sz=0 noskipscan'), ('soreness', 'soreness_trend', "
                            "replace(hex(zeroblob(100000)), '0', '9 '))",
                            Verdict::Either));
    cases.push_back(changed("table-missing", "DROP TABLE session_event"));
    cases.push_back(changed("athlete-missing", "DROP TABLE athlete"));
    cases.push_back(changed("index-missing", "DROP INDEX check_in_time"));
    cases.push_back(changed("nothing-but-a-header", "DELETE FROM sqlite_schema"));
    cases.push_back(changed("column-of-another-type",
                            definitionOf("run", "sql = replace(sql, 'minutes INTEGER', 'minutes TEXT')")));
    cases.push_back(changed("not-strict", definitionOf("run", "sql = replace(sql, ') STRICT', ')')")));
    cases.push_back(
        changed("blank-more", definitionOf("run", "sql = replace(sql, 'CREATE TABLE run', 'CREATE TABLE  run')")));
    cases.push_back(changed("comment-more", definitionOf("run", "sql = sql || ' /* */'")));
    cases.push_back(changed("name-of-other-case", definitionOf("run", "name = 'RUN', tbl_name = 'RUN'")));
    cases.push_back(
        changed("many-tables",
                kEndless
                    + "INSERT INTO sqlite_schema SELECT 'table', 't' || i, 't' || i, 2, 'CREATE TABLE t' || i "
                      "|| ' (x)' FROM n LIMIT 50000"));
}

void addRawRows(std::vector<HostileCase>& cases)
{
    const auto root = [](const std::string& table, const std::string& page) {
        return definitionOf(table, "rootpage = " + page);
    };
    for (const char* page :
         {"0", "1", "-1", "999999", "4294967297", "9223372036854775807", "'2'", "2.5", "NULL", "x'02'"})
        cases.push_back(changed(fmt::format("root-page-{}", page), root("soreness", page)));
    cases.push_back(changed("root-page-of-another",
                            root("soreness", "(SELECT rootpage FROM sqlite_schema WHERE name = 'session_event')")));
    cases.push_back(changed("root-page-of-own-index",
                            root("check_in", "(SELECT rootpage FROM sqlite_schema WHERE name = 'check_in_time')")));
    cases.push_back(
        changed("schema-row-twice", "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'run'"));
    cases.push_back(changed("schema-row-null", "INSERT INTO sqlite_schema VALUES (NULL, NULL, NULL, NULL, NULL)"));
    cases.push_back(changed("schema-row-blob", "UPDATE sqlite_schema SET sql = CAST(sql AS BLOB)"));
    cases.push_back(changed("schema-sql-without-text", definitionOf("run", "sql = NULL")));
    cases.push_back(changed("schema-sql-nul", definitionOf("run", "sql = sql || char(0) || ';'")));
    cases.push_back(changed("schema-sql-not-utf8", definitionOf("run", "sql = CAST(X'fffe' AS TEXT) || sql")));
    cases.push_back(changed("schema-sql-not-ddl", definitionOf("run", "sql = 'DELETE FROM check_in'")));
    cases.push_back(changed("schema-sql-of-another",
                            definitionOf("run", "sql = (SELECT sql FROM sqlite_schema WHERE name = 'reading')")));
    cases.push_back(changed("schema-type-unknown", definitionOf("run", "type = 'tablet'")));
    cases.push_back(changed("schema-autoindex-more", schemaRow("index", "sqlite_autoindex_run_9", "run", "3", "NULL")));
    cases.push_back(
        changed("schema-autoindex-less", "DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_run_1'"));
    cases.push_back(changed("schema-autoindex-of-another",
                            "UPDATE sqlite_schema SET tbl_name = 'run' WHERE name = 'sqlite_autoindex_check_in_1'"));
    cases.push_back(
        changed("schema-temp-table", schemaRow("table", "temp.x", "temp.x", "2", "'CREATE TEMP TABLE x (y)'")));
    cases.push_back(changed("schema-attach", schemaRow("table", "x", "x", "2", "'ATTACH ''/nonexistent/x.db'' AS x'")));
    cases.push_back(changed("index-lies",
                            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = "
                            "'run_day') WHERE name = 'check_in_time'"));
}

}  // namespace

std::vector<HostileCase> schemaCases()
{
    std::vector<HostileCase> cases;
    addViewsAndTriggers(cases);
    addVirtualTables(cases);
    addBombs(cases);
    addExtras(cases);
    addRawRows(cases);
    return cases;
}

}  // namespace psolog::test
