// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/intake.h"

#include <cstring>
#include <new>
#include <utility>

#include "storage/digest.h"
#include "storage/foreigncopy.h"
#include "storage/foreignfile.h"
#include "storage/foreignscan.h"

namespace psolog {

namespace {

constexpr const char* kNoMemory = "there is not enough memory for it";

Result<LogCopy> judgeContent(std::span<const std::byte> bytes, int version)
{
    const auto database = ForeignDatabase::openBytes(bytes);
    if (!database)
        return tl::unexpected<Error>(database.error());
    const std::int64_t budget = kMostForeignBytes - static_cast<std::int64_t>(bytes.size());
    return (*database)->check(version).and_then([&] { return scanForeign(**database, version, budget); });
}

InspectedFile accepted(std::string path, LogCopy content, std::string image)
{
    InspectedFile file;
    file.path = std::move(path);
    file.bytes = static_cast<std::int64_t>(image.size());
    file.copy = std::make_shared<const LogCopy>(std::move(content));
    file.image = std::make_shared<const std::string>(std::move(image));
    return file;
}

}  // namespace

Intake::Intake(IntakeOptions options) : m_options(std::move(options)) { }

// Whoever asks is in a thread of its own, which nothing may leave.
Result<InspectedFile> Intake::inspect(const std::string& path) const
try {
    const auto ownFiles = m_options.ownFiles ? m_options.ownFiles() : std::vector<std::string>();
    auto copy = ForeignCopy::make(path, ownFiles);
    if (!copy)
        return tl::unexpected<Error>(copy.error());
    auto content = judgeContent(std::as_bytes(std::span(copy->bytes)), copy->version);
    if (!content)
        return tl::unexpected<Error>(content.error());
    InspectedFile file = accepted(path, std::move(*content), std::move(copy->bytes));
    if (m_options.digests)
        file.digest = digestOf(*file.image);
    return file;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::TooLarge, kNoMemory);
}

Result<InspectedFile> Intake::inspectBytes(std::span<const std::byte> bytes)
try {
    const auto size = static_cast<std::int64_t>(bytes.size());
    if (size > kMostForeignBytes)
        return fail(ErrorCode::TooLarge, "more than is accepted");
    SqliteHeader header;
    if (bytes.size() < SqliteHeader::kSize)
        return fail(ErrorCode::NotALog, "the file is too short");
    std::memcpy(header.bytes.data(), bytes.data(), SqliteHeader::kSize);
    const auto version = judgeHeader(header, size);
    if (!version)
        return tl::unexpected<Error>(version.error());
    auto content = judgeContent(bytes, *version);
    if (!content)
        return tl::unexpected<Error>(content.error());
    InspectedFile file =
        accepted({}, std::move(*content), std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    file.digest = digestOf(*file.image);
    return file;
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::TooLarge, kNoMemory);
}

}  // namespace psolog
