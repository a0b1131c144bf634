// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/intake.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "storage/digest.h"
#include "storage/foreigncopy.h"
#include "storage/foreignfile.h"
#include "storage/foreignscan.h"

namespace psolog {

namespace {

/// For the bytes of a file and its values together.
constexpr std::int64_t kMostMemory = 48LL * 1024 * 1024;

Result<LogCopy> judgeContent(ForeignDatabase& database, int version, std::int64_t bytes)
{
    return database.check(version).and_then(
        [&] { return scanForeign(database, version, std::max<std::int64_t>(0, kMostMemory - bytes)); });
}

InspectedFile accepted(std::string path, LogCopy content, std::string image)
{
    InspectedFile file;
    file.path = std::move(path);
    file.bytes = static_cast<std::int64_t>(image.size());
    file.digest = digestOf(image);
    file.copy = std::make_shared<const LogCopy>(std::move(content));
    file.image = std::make_shared<const std::string>(std::move(image));
    return file;
}

}  // namespace

Intake::Intake(IntakeOptions options) : m_options(std::move(options)) { }

Result<InspectedFile> Intake::inspect(const std::string& path) const
{
    const auto ownFiles = m_options.ownFiles ? m_options.ownFiles() : std::vector<std::string>();
    auto copy = ForeignCopy::make(path, ownFiles, m_options.baseFolder);
    if (!copy)
        return tl::unexpected<Error>(copy.error());
    Result<LogCopy> content;
    {
        auto database = ForeignDatabase::open(copy->path());
        copy->forget();
        if (!database)
            return tl::unexpected<Error>(database.error());
        content = judgeContent(**database, copy->version(), copy->bytes());
    }
    if (!content)
        return tl::unexpected<Error>(content.error());
    auto image = std::move(*copy).read();
    if (!image)
        return tl::unexpected<Error>(image.error());
    return accepted(path, std::move(*content), std::move(*image));
}

Result<InspectedFile> Intake::inspectBytes(std::span<const std::byte> bytes)
{
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
    Result<LogCopy> content;
    {
        auto database = ForeignDatabase::openBytes(bytes);
        if (!database)
            return tl::unexpected<Error>(database.error());
        content = judgeContent(**database, *version, size);
    }
    if (!content)
        return tl::unexpected<Error>(content.error());
    return accepted({}, std::move(*content), std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace psolog
