// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/coachlibrary.h"

#include <span>
#include <utility>

#include "core/logunion.h"
#include "core/validation.h"
#include "storage/intake.h"
#include "storage/logimage.h"

namespace psolog {

namespace {

tl::unexpected<Error> passOn(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

Result<void> needsOneLine(const std::string& text, const char* field)
{
    if (!isPrintable(text) || codePoints(text) > kMaxNameLength)
        return fail(ErrorCode::InvalidValue, field);
    return {};
}

/// Every record is added.
CopyComparison asNew(const LogCopy& copy)
{
    CopyComparison result;
    result.added = static_cast<int>(copy.screenings.size() + copy.checkIns.size() + copy.selfTests.size()
                                    + copy.releases.size() + copy.weekly.size() + copy.experiments.size());
    return result;
}

/// Whether two copies hold the same, whatever files they came from.
bool haveSameRecords(const LogCopy& a, const LogCopy& b)
{
    return a.athlete == b.athlete && a.screenings == b.screenings && a.checkIns == b.checkIns
        && a.selfTests == b.selfTests && a.releases == b.releases && a.weekly == b.weekly
        && a.experiments == b.experiments;
}

/// The day at which a copy begins; nothing: nothing was left out.
std::optional<LocalDay> firstDayOf(const LogCopy& copy)
{
    return copy.snapshot ? copy.snapshot->firstDay : std::nullopt;
}

Result<InspectedFile> inspectImage(const std::string& image)
{
    return Intake::inspectBytes(std::as_bytes(std::span(image)));
}

/// An image that lies in the library, as values. It was judged when it came; what is wrong with it now is damage.
Result<LogCopy> copyIn(const std::string& image)
{
    auto inspected = inspectImage(image);
    if (!inspected) {
        const ErrorCode code = inspected.error().code;
        const bool busy = code == ErrorCode::TooSlow || code == ErrorCode::TooLarge || code == ErrorCode::Internal;
        return fail(busy ? code : ErrorCode::Damaged, inspected.error().detail);
    }
    return *inspected->copy;
}

}  // namespace

std::optional<CoachLibrary::Row> CoachLibrary::find(const AthleteId& id)
{
    Statement row(*m_connection, "SELECT seq, digest, removed_at IS NOT NULL FROM athlete WHERE id = ?");
    if (!row.bind(id).step())
        return std::nullopt;
    Row found;
    found.seq = row.take<std::int64_t>();
    found.digest = row.take<std::string>();
    found.removed = row.take<bool>();
    return found;
}

Result<std::int64_t> CoachLibrary::known(const AthleteId& id)
{
    const auto row = find(id);
    if (!row || row->removed)
        return fail(ErrorCode::NotFound, "there is no such athlete");
    return row->seq;
}

std::string CoachLibrary::imageOf(std::int64_t seq)
{
    Statement row(*m_connection, "SELECT bytes FROM image WHERE athlete = ?");
    if (!row.bind(seq).step())
        throw UnreadableValue("an athlete has no log");
    return row.take<std::string>();
}

Result<std::vector<AthleteEntry>> CoachLibrary::athletes()
{
    return m_connection->read([&]() -> Result<std::vector<AthleteEntry>> {
        auto plans = m_notebook.plans();
        std::vector<AthleteEntry> entries;
        Statement row(*m_connection,
                      "SELECT a.seq, a.id, a.name, a.team, a.taken_utc_ms, a.taken_offset_min, a.taken_time_zone, "
                      "a.digest, a.reviewed_utc_ms, a.reviewed_offset_min, a.reviewed_time_zone, a.reviewed_digest, "
                      "a.reviewed_flags, a.facts_key, a.facts_text, "
                      "(SELECT count(*) FROM note n WHERE n.athlete = a.seq AND n.withdrawn = 0) "
                      "FROM athlete a WHERE a.removed_at IS NULL ORDER BY a.name COLLATE NOCASE, a.id");
        while (row.step()) {
            const auto seq = row.take<std::int64_t>();
            AthleteEntry& entry = entries.emplace_back();
            entry.id = row.take<AthleteId>();
            entry.name = row.take<std::string>();
            entry.group = row.take<std::string>();
            entry.taken = row.take<Instant>();
            entry.digest = row.take<std::string>();
            const auto at = row.take<std::optional<Instant>>();
            auto digest = row.take<std::string>();
            auto flags = row.take<std::string>();
            if (at)
                entry.reviewed = ReviewMark{*at, std::move(digest), std::move(flags)};
            auto key = row.take<std::optional<std::string>>();
            auto text = row.take<std::string>();
            if (key)
                entry.facts = CachedFacts{std::move(*key), std::move(text)};
            entry.notes = row.take<int>();
            if (const auto plan = plans.find(seq); plan != plans.end())
                entry.plan = std::move(plan->second);
        }
        return entries;
    });
}

Result<LogCopy> CoachLibrary::copyOf(const AthleteId& id)
{
    const auto image = m_connection->read(
        [&]() -> Result<std::string> { return known(id).map([&](std::int64_t seq) { return imageOf(seq); }); });
    return image ? copyIn(*image) : passOn(image.error());
}

Result<std::unique_ptr<IReviewLog>> CoachLibrary::open(const AthleteId& id)
{
    auto image = m_connection->read(
        [&]() -> Result<std::string> { return known(id).map([&](std::int64_t seq) { return imageOf(seq); }); });
    if (!image)
        return passOn(image.error());
    auto log = ReviewLog::open(std::make_shared<const std::string>(std::move(*image)), m_path, m_clock);
    if (!log)
        return passOn(log.error());
    return std::unique_ptr<IReviewLog>(std::move(*log));
}

Result<CopyComparison> CoachLibrary::compare(const InspectedFile& file)
{
    return m_connection->read([&]() -> Result<CopyComparison> {
        const auto row = find(file.copy->athlete.record.id);
        if (!row || row->removed)
            return asNew(*file.copy);
        if (row->digest == file.digest)
            return CopyComparison{CopyRelation::Same};
        const auto atHand = copyIn(imageOf(row->seq));
        if (!atHand)
            return passOn(atHand.error());
        return compareCopies(*atHand, *file.copy);
    });
}

Result<CopyComparison> CoachLibrary::takeIn(const InspectedFile& file)
{
    CopyComparison result;
    const auto taken = m_connection->write([&]() -> Result<void> {
        const LogCopy& incoming = *file.copy;
        const auto row = find(incoming.athlete.record.id);
        if (!row || row->digest != file.digest)
            if (auto opens = ReviewLog::open(file.image, m_path, m_clock); !opens)
                return passOn(opens.error());
        if (!row) {
            result = asNew(incoming);
            add(incoming.athlete.record, file.digest, *file.image);
            return {};
        }
        // What the coach wrote comes back with an athlete who was removed.
        if (row->removed)
            Statement(*m_connection, "UPDATE athlete SET removed_at = NULL WHERE seq = ?").bind(row->seq).run();
        auto united = uniteWith(*row, file);
        if (!united && !(row->removed && united.error().code == ErrorCode::Damaged))
            return passOn(united.error());
        if (!united)
            replace(row->seq, incoming.athlete.record, file.digest, *file.image);
        result = row->removed ? asNew(incoming) : *united;
        return {};
    });
    if (!taken)
        return passOn(taken.error());
    return result;
}

Result<CopyComparison> CoachLibrary::uniteWith(const Row& row, const InspectedFile& file)
{
    const LogCopy& incoming = *file.copy;
    if (row.digest == file.digest)
        return CopyComparison{CopyRelation::Same};
    const auto atHand = copyIn(imageOf(row.seq));
    if (!atHand)
        return passOn(atHand.error());
    CopyComparison result = compareCopies(*atHand, incoming);
    if (result.relation == CopyRelation::Same || result.relation == CopyRelation::Older)
        return result;
    const LogCopy united = unite(*atHand, incoming);
    if (haveSameRecords(united, *atHand))
        return result;  // they conflict, and the one at hand has what was chosen
    if (haveSameRecords(united, incoming) && firstDayOf(united) == firstDayOf(incoming)) {
        replace(row.seq, incoming.athlete.record, file.digest, *file.image);
        return result;
    }
    const auto image = writeImage(united);
    if (!image)
        return passOn(image.error());
    // What could not be read back, as one grown beyond what is read at all, is not stored.
    const auto readBack = inspectImage(*image);
    if (!readBack)
        return passOn(readBack.error());
    replace(row.seq, united.athlete.record, readBack->digest, *image);
    return result;
}

void CoachLibrary::add(const Athlete& athlete, const std::string& digest, std::string_view image)
{
    Statement(*m_connection,
              "INSERT INTO athlete (id, name, taken_utc_ms, taken_offset_min, taken_time_zone, digest) "
              "VALUES (?, ?, ?, ?, ?, ?)")
        .bind(athlete.id, athlete.name, m_clock.now(), digest)
        .run();
    Statement(*m_connection, "INSERT INTO image (athlete, bytes) VALUES (?, ?)")
        .bind(sqlite3_last_insert_rowid(m_connection->handle()), BlobView{image})
        .run();
}

void CoachLibrary::replace(std::int64_t seq, const Athlete& athlete, const std::string& digest, std::string_view image)
{
    Statement(*m_connection,
              "UPDATE athlete SET name = ?, taken_utc_ms = ?, taken_offset_min = ?, taken_time_zone = ?, digest = ? "
              "WHERE seq = ?")
        .bind(athlete.name, m_clock.now(), digest, seq)
        .run();
    Statement(*m_connection, "UPDATE image SET bytes = ? WHERE athlete = ?").bind(BlobView{image}, seq).run();
}

Result<void> CoachLibrary::inOneGo(const std::function<Result<void>()>& changes)
{
    return m_connection->write(changes);
}

Result<void> CoachLibrary::remove(const AthleteId& id)
{
    auto removed = m_connection->write([&]() -> Result<void> {
        Statement(*m_connection, "UPDATE athlete SET removed_at = ? WHERE id = ? AND removed_at IS NULL")
            .bind(m_clock.now().utc.time_since_epoch(), id)
            .run();
        return m_connection->changedOne("there is no such athlete");
    });
    if (removed)
        m_removed.insert(id);
    return removed;
}

Result<void> CoachLibrary::restore(const AthleteId& id)
{
    auto restored = m_connection->write([&]() -> Result<void> {
        // One who was taken in again meanwhile is back already.
        Statement(*m_connection, "UPDATE athlete SET removed_at = NULL WHERE id = ?").bind(id).run();
        return m_connection->changedOne("there is no such removed athlete");
    });
    if (restored)
        m_removed.erase(id);
    return restored;
}

Result<void> CoachLibrary::setGroup(const AthleteId& id, const std::string& group)
{
    if (auto valid = needsOneLine(group, "group"); !valid)
        return valid;
    return m_connection->write([&]() -> Result<void> {
        Statement(*m_connection, "UPDATE athlete SET team = ? WHERE id = ? AND removed_at IS NULL")
            .bind(group, id)
            .run();
        return m_connection->changedOne("there is no such athlete");
    });
}

Result<void> CoachLibrary::setReviewed(const AthleteId& id, const std::optional<ReviewMark>& mark)
{
    return m_connection->write([&]() -> Result<void> {
        const auto at = mark ? std::optional(mark->at) : std::nullopt;
        const auto digest = mark ? std::optional(mark->digest) : std::nullopt;
        const auto flags = mark ? std::optional(mark->flags) : std::nullopt;
        Statement(*m_connection,
                  "UPDATE athlete SET reviewed_utc_ms = ?, reviewed_offset_min = ?, reviewed_time_zone = ?, "
                  "reviewed_digest = ?, reviewed_flags = ? WHERE id = ? AND removed_at IS NULL")
            .bind(at, digest, flags, id)
            .run();
        return m_connection->changedOne("there is no such athlete");
    });
}

Result<void> CoachLibrary::cacheFacts(const AthleteId& id, const CachedFacts& facts)
{
    return m_connection->write([&]() -> Result<void> {
        Statement(*m_connection, "UPDATE athlete SET facts_key = ?, facts_text = ? WHERE id = ? AND removed_at IS NULL")
            .bind(facts.key, facts.text, id)
            .run();
        return m_connection->changedOne("there is no such athlete");
    });
}

Result<std::vector<CoachNote>> CoachLibrary::notes(const AthleteId& id)
{
    return m_connection->read([&]() -> Result<std::vector<CoachNote>> {
        return known(id).map([&](std::int64_t seq) { return m_notebook.notes(seq); });
    });
}

Result<void> CoachLibrary::saveNote(const AthleteId& id, const CoachNote& note)
{
    if (auto valid = validate(note); !valid)
        return valid;
    return m_connection->write([&]() -> Result<void> {
        return known(id).and_then([&](std::int64_t seq) { return m_notebook.save(seq, note); });
    });
}

Result<void> CoachLibrary::savePlan(const AthleteId& id, const CoachPlan& plan)
{
    if (auto valid = validate(plan); !valid)
        return valid;
    return m_connection->write(
        [&]() -> Result<void> { return known(id).map([&](std::int64_t seq) { m_notebook.save(seq, plan); }); });
}

Result<std::string> CoachLibrary::setting(const char* name)
{
    return m_connection->read([&]() -> Result<std::string> {
        Statement row(*m_connection, "SELECT value FROM setting WHERE name = ?");
        return row.bind(name).step() ? row.take<std::string>() : std::string();
    });
}

Result<void> CoachLibrary::setSetting(const char* name, const std::string& value)
{
    return m_connection->write([&]() -> Result<void> {
        Statement(*m_connection,
                  "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
                  "excluded.value")
            .bind(name, value)
            .run();
        return {};
    });
}

Result<std::string> CoachLibrary::coachName()
{
    return setting("coach-name");
}

Result<void> CoachLibrary::setCoachName(const std::string& name)
{
    if (auto valid = needsOneLine(name, "name"); !valid)
        return valid;
    return setSetting("coach-name", name);
}

Result<std::string> CoachLibrary::watchedFolder()
{
    return setting("watched-folder");
}

Result<void> CoachLibrary::setWatchedFolder(const std::string& path)
{
    return setSetting("watched-folder", path);
}

Result<std::vector<KnownFile>> CoachLibrary::knownFiles()
{
    return m_connection->read([&]() -> Result<std::vector<KnownFile>> {
        std::vector<KnownFile> files;
        Statement row(*m_connection,
                      "SELECT path, bytes, modified_ns, inode, digest, refused, detail, athlete FROM known_file "
                      "ORDER BY seq");
        while (row.step()) {
            KnownFile& file = files.emplace_back();
            file.path = row.take<std::string>();
            file.bytes = row.take<std::int64_t>();
            file.modifiedNs = row.take<std::int64_t>();
            file.inode = row.take<std::int64_t>();
            file.digest = row.take<std::string>();
            const auto code = row.take<std::optional<ErrorCode>>();
            auto detail = row.take<std::string>();
            if (code)
                file.refused = Error{*code, std::move(detail)};
            file.athlete = row.take<AthleteId>();
        }
        return files;
    });
}

Result<void> CoachLibrary::rememberFiles(const std::vector<KnownFile>& files)
{
    return m_connection->write([&]() -> Result<void> {
        // Replaced, not updated: what was seen last gets the highest seq.
        Statement insert(*m_connection,
                         "INSERT OR REPLACE INTO known_file (path, bytes, modified_ns, inode, digest, refused, detail, "
                         "athlete) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        for (const KnownFile& file : files) {
            const auto code = file.refused ? std::optional(file.refused->code) : std::nullopt;
            insert
                .bind(file.path, file.bytes, file.modifiedNs, file.inode, file.digest, code,
                      file.refused ? file.refused->detail : std::string(), file.athlete)
                .run();
        }
        Statement(*m_connection,
                  "DELETE FROM known_file WHERE seq <= "
                  "(SELECT seq FROM known_file ORDER BY seq DESC LIMIT 1 OFFSET ?)")
            .bind(kMostKnownFiles)
            .run();
        return {};
    });
}

}  // namespace psolog
