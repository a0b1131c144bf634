// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <system_error>
#include <utility>

#include "cli/openlog.h"
#include "exchange/csvexport.h"
#include "exchange/jsonexport.h"
#include "exchange/logcontents.h"
#include "storage/log.h"
#include "storage/outputfile.h"

namespace psolog::cli {

namespace {

tl::unexpected<Failure> failed(Error error, std::string path = {})
{
    return tl::unexpected<Failure>(Failure{std::move(error), std::move(path)});
}

LogPorts portsOf(Log& log)
{
    return LogPorts{log.athlete(), log.checkIns(), log.selfTests(), log.releases(), log.weekly(), log.experiments()};
}

Result<void> writeDemo(const LogContents& contents, const std::string& path, const IClock& clock)
{
    auto log = Log::open(path, clock);
    if (!log)
        return tl::unexpected<Error>(log.error());
    return (*log)->inTransaction([&] { return writeContents(contents, portsOf(**log)); });
}

Result<LogContents> readLog(const std::string& path, const IClock& clock)
{
    const auto log = openLog(path, clock);
    if (!log)
        return tl::unexpected<Error>(log.error());
    return (*log)->reading([&] { return readContents(portsOf(**log)); });
}

Result<void> write(const LogContents& contents, ExportFormat format, std::ostream& out)
{
    switch (format) {
    case ExportFormat::Csv:
        return writeCsv(contents, out);
    case ExportFormat::Json:
        return writeJson(contents, out);
    }
    return fail(ErrorCode::Internal);
}

Result<void> writeFile(const LogContents& contents, ExportFormat format, OutputFile& file)
{
    std::ofstream stream(file.path(), std::ios::binary);
    if (auto written = write(contents, format, stream); !written)
        return written;
    stream.close();
    if (!stream)
        return fail(ErrorCode::WriteFailed);
    return file.moveIntoPlace();
}

}  // namespace

Outcome makeDemo(const DemoOptions& options, const std::string& out, const IClock& clock)
{
    const auto contents = generateDemo(options, clock);
    if (!contents)
        return failed(contents.error());
    auto file = OutputFile::prepare(out, Existing::Refuse);
    if (!file)
        return failed(file.error(), out);
    if (auto written = writeDemo(*contents, file->path().string(), clock); !written)
        return failed(written.error(), out);
    if (auto moved = file->moveIntoPlace(); !moved)
        return failed(moved.error(), out);
    return {};
}

Outcome checkFile(const std::string& log)
{
    if (auto sound = checkLog(log); !sound)
        return failed(sound.error(), log);
    return {};
}

Outcome exportLog(const ExportRequest& request, const IClock& clock, std::ostream& standardOutput)
{
    const bool toFile = request.out != "-";
    std::error_code ignored;
    if (toFile && std::filesystem::equivalent(request.log, request.out, ignored))
        return failed(Error{ErrorCode::InvalidValue, "it is the log itself"}, request.out);
    const auto contents = readLog(request.log, clock);
    if (!contents)
        return failed(contents.error(), request.log);
    if (!toFile) {
        if (auto written = write(*contents, request.format, standardOutput); !written)
            return failed(written.error(), "standard output");
        return {};
    }
    auto file = OutputFile::prepare(request.out, request.force ? Existing::Replace : Existing::Refuse);
    if (!file)
        return failed(file.error(), request.out);
    if (auto written = writeFile(*contents, request.format, *file); !written)
        return failed(written.error(), request.out);
    return {};
}

}  // namespace psolog::cli
