// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "storage/connection.h"
#include "storage/schema.h"

namespace psolog::test {

/// Writes a log of an older schema version with everything of a log of the newest one that the older one could hold.
/// Neither file is open; `target` is replaced.
inline void writeOlderLog(const std::string& newest, const std::string& target, int version)
{
    std::ofstream(target, std::ios::binary | std::ios::trunc).flush();
    {
        auto made = Connection::open(target, {});
        const auto migrated =
            made ? migrate(**made, migrations().first(static_cast<std::size_t>(version))) : fail(made.error().code);
        if (!migrated)
            throw std::runtime_error(migrated.error().detail);
    }
    SQLite::Database older(target, SQLite::OPEN_READWRITE);
    older.exec("PRAGMA foreign_keys = OFF");
    SQLite::Statement attach(older, "ATTACH ? AS newest");
    attach.bind(1, newest);
    attach.exec();
    std::vector<std::string> copies;
    SQLite::Statement tables(older,
                             "SELECT 'INSERT INTO main.' || s.name || ' SELECT ' || group_concat(c.name) || "
                             "' FROM newest.' || s.name FROM main.sqlite_schema s, pragma_table_info(s.name, 'main') c "
                             "WHERE s.type = 'table' GROUP BY s.name");
    while (tables.executeStep())
        copies.push_back(tables.getColumn(0).getString());
    for (const std::string& copy : copies)
        older.exec(copy);
}

}  // namespace psolog::test
