// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/routinefolder.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <functional>
#include <system_error>
#include <utility>

#include <unistd.h>

#include <fmt/format.h>

#include "core/validation.h"
#include "exchange/atomicfile.h"
#include "exchange/folderfiles.h"
#include "exchange/routinefile.h"

namespace psolog {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSuffix = ".json";

std::string fileNameOf(std::string_view id, int number)
{
    return number == 1 ? fmt::format("{}{}", id, kSuffix) : fmt::format("{}-{}{}", id, number, kSuffix);
}

/// Sorts by name without regard to upper and lower case in the Latin letters.
bool comesBefore(const Routine& one, const Routine& other)
{
    const auto lower = [](const std::string& name) {
        std::string low = name;
        std::transform(low.begin(), low.end(), low.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return low;
    };
    return std::pair(lower(one.name), one.id) < std::pair(lower(other.name), other.id);
}

tl::unexpected<Error> prefixed(const std::string& fileName, Error error)
{
    return fail(error.code, fmt::format("{}: {}", fileName, error.detail));
}

}  // namespace

RoutineFolder::RoutineFolder(const std::vector<Routine>& shipped, fs::path folder,
                             std::set<std::string, std::less<>> poses, std::vector<UnusedFile> unusedPoses)
    : m_folder(std::move(folder)),
      m_poses(std::move(poses)),
      m_unused(std::move(unusedPoses))
{
    for (const Routine& routine : shipped)
        m_routines.push_back({routine, true});
    readFolder();
}

RoutineFolder::OwnFile RoutineFolder::seen(const std::string& name, std::string_view content)
{
    return {name, content.size(), std::hash<std::string_view>()(content)};
}

void RoutineFolder::readFolder()
{
    const FolderFiles files = jsonFilesIn(m_folder, kMaxFiles);
    for (const std::string& name : files.names)
        readOne(name);
    m_unused.insert(m_unused.end(), files.unused.begin(), files.unused.end());
}

void RoutineFolder::readOne(const std::string& fileName)
{
    const std::string shown = printableName(fileName);
    const auto refuse = [&](Error error) { m_unused.push_back({shown, std::move(error)}); };
    const auto text = readFile(m_folder / fileName, kMaxRoutineFileBytes, Links::Refuse);
    if (!text)
        return refuse(prefixed(shown, text.error()).value());
    auto routine = parse(*text, shown);
    if (!routine)
        return refuse(routine.error());
    if (const StoredRoutine* same = find(routine->id)) {
        const std::string owner = same->shipped ? "a routine of the program" : printableName(m_files[routine->id].name);
        return refuse({ErrorCode::InvalidValue, fmt::format("{}: id \"{}\" is that of {}", shown, routine->id, owner)});
    }
    m_files[routine->id] = seen(fileName, *text);
    put(*routine);
}

Result<Routine> RoutineFolder::parse(const std::string& text, const std::string& fileName) const
{
    auto routine = parseRoutine(text, fileName);
    if (!routine)
        return routine;
    if (const auto known = checkPoses(*routine); !known)
        return prefixed(fileName, known.error());
    return routine;
}

Result<void> RoutineFolder::checkPoses(const Routine& routine) const
{
    for (std::size_t i = 0; i < routine.steps.size(); ++i)
        if (!m_poses.contains(routine.steps[i].pose))
            return fail(ErrorCode::InvalidValue, detailOf({i, RoutineField::Pose, RoutineProblem::Unknown}));
    return {};
}

void RoutineFolder::put(const Routine& routine)
{
    drop(routine.id);
    const auto own = std::find_if(m_routines.begin(), m_routines.end(), [](const auto& one) { return !one.shipped; });
    const auto place =
        std::find_if(own, m_routines.end(), [&](const auto& other) { return comesBefore(routine, other.routine); });
    m_routines.insert(place, {routine, false});
}

void RoutineFolder::drop(const std::string& id)
{
    std::erase_if(m_routines, [&](const StoredRoutine& one) { return !one.shipped && one.routine.id == id; });
}

Result<void> RoutineFolder::save(const Routine& routine)
{
    if (const auto valid = validate(routine); !valid)
        return valid;
    if (const auto known = checkPoses(routine); !known)
        return known;
    const StoredRoutine* const before = find(routine.id);
    if (before != nullptr && before->shipped)
        return fail(ErrorCode::InvalidValue, "a routine of the program cannot be changed");
    // All of them count, because the reader takes the first of all.
    if (before == nullptr && jsonFilesIn(m_folder, kMaxFiles).names.size() >= kMaxFiles)
        return fail(ErrorCode::InvalidValue, fmt::format("there are {} files already", kMaxFiles));
    if (const auto made = makePrivateFolder(m_folder); !made)
        return made;

    // A copy: the argument may be one of ours.
    const Routine copy = routine;
    if (const auto unchanged = checkUnchanged(copy.id); !unchanged)
        return unchanged;
    const std::string content = serialiseRoutine(copy);
    if (const auto file = m_files.find(copy.id); file != m_files.end()) {
        if (const auto written = writeFile(m_folder / file->second.name, content, Replacing::Yes); !written)
            return written;
        file->second = seen(file->second.name, content);
    } else {
        const auto name = writeNew(copy, content);
        if (!name)
            return tl::unexpected<Error>(name.error());
        m_files[copy.id] = seen(*name, content);
    }
    put(copy);
    return {};
}

Result<std::string> RoutineFolder::writeNew(const Routine& routine, std::string_view content) const
{
    std::error_code ignored;
    for (int number = 1;; ++number) {
        std::string name = fileNameOf(routine.id, number);
        if (fs::exists(fs::symlink_status(m_folder / name, ignored)))
            continue;
        if (const auto written = writeFile(m_folder / name, content, Replacing::No); !written)
            return tl::unexpected<Error>(written.error());
        return name;
    }
}

Result<void> RoutineFolder::remove(const std::string& id)
{
    const std::string own = id;  // the argument may lie in what goes
    if (!m_files.contains(own))
        return fail(ErrorCode::NotFound, "none of the user's routines has that id");
    if (const auto unchanged = checkUnchanged(own); !unchanged)
        return unchanged;
    const auto file = m_files.find(own);
    if (::unlink((m_folder / file->second.name).c_str()) != 0 && errno != ENOENT)
        return fail(errno == EIO ? ErrorCode::WriteFailed : ErrorCode::ReadOnly,
                    std::generic_category().message(errno));
    m_files.erase(file);
    drop(own);
    return {};
}

Result<void> RoutineFolder::checkUnchanged(const std::string& id)
{
    const auto file = m_files.find(id);
    if (file == m_files.end())
        return {};
    const std::string name = file->second.name;
    const auto text = readFile(m_folder / name, kMaxRoutineFileBytes, Links::Refuse);
    if (!text && text.error().code == ErrorCode::NotFound)
        return {};
    if (text) {
        const OwnFile now = seen(name, *text);
        if (now.size == file->second.size && now.hash == file->second.hash)
            return {};
    }
    m_files.erase(file);
    drop(id);
    readOne(name);
    return fail(ErrorCode::InvalidValue,
                fmt::format("{}: changed by another program; it was read again and left as it is. Look at it, then try "
                            "again.",
                            printableName(name)));
}

Result<Routine> RoutineFolder::read(const std::string& path) const
{
    const std::string name = printableName(fs::path(path).filename());
    const auto text = readFile(path, kMaxRoutineFileBytes, Links::Follow);
    if (!text)
        return prefixed(name, text.error());
    return parse(*text, name);
}

Result<void> RoutineFolder::write(const Routine& routine, const std::string& path) const
{
    if (const auto valid = validate(routine); !valid)
        return valid;
    // A link that the user chose stays, and its target is replaced.
    std::error_code ignored;
    const fs::path target = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : fs::path(path);
    return writeFile(target, serialiseRoutine(routine), Replacing::Yes);
}

std::string RoutineFolder::freeId(std::string_view name) const
{
    // A short base leaves room for the number, and for a file name that every file system takes.
    constexpr std::size_t kMaxBase = 60;
    std::string base;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter && base.size() < kMaxBase)
            base += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!letter && !base.empty() && base.back() != '-' && base.size() < kMaxBase)
            base += '-';
    }
    while (base.ends_with('-'))
        base.pop_back();
    if (base.empty())
        base = "routine";
    std::error_code ignored;
    for (int number = 1;; ++number) {
        const std::string id = number == 1 ? base : fmt::format("{}-{}", base, number);
        if (find(id) == nullptr && !fs::exists(fs::symlink_status(m_folder / fileNameOf(id, 1), ignored)))
            return id;
    }
}

}  // namespace psolog
