// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/logging.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include <sys/stat.h>

#include <QFile>

#include <spdlog/sinks/null_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace psolog {

namespace {

constexpr std::size_t kFileBytes = 1024 * 1024;
constexpr std::size_t kOlderFiles = 2;

spdlog::level::level_enum wantedLevel()
{
    const std::string name = qgetenv("PSOLOG_LOG").toStdString();
    const auto level = spdlog::level::from_str(name);
    // from_str() answers "off" to every word it does not know.
    return level == spdlog::level::off && name != "off" ? spdlog::level::info : level;
}

void install(spdlog::sink_ptr sink, spdlog::level::level_enum level)
{
    auto logger = std::make_shared<spdlog::logger>("psolog", std::move(sink));
    logger->set_level(level);
    logger->flush_on(spdlog::level::warn);
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    // A full disk must not turn every message into one on the terminal.
    logger->set_error_handler([](const std::string&) {});
    spdlog::set_default_logger(std::move(logger));
}

}  // namespace

Result<void> startLogging(const QString& folder)
{
    const auto level = wantedLevel();
    spdlog::file_event_handlers handlers;
    handlers.after_open = [](const spdlog::filename_t&, std::FILE* file) { fchmod(fileno(file), S_IRUSR | S_IWUSR); };
    const std::string file = QFile::encodeName(folder + QStringLiteral("/psolog.log")).toStdString();
    try {
        install(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, kFileBytes, kOlderFiles, false, handlers),
                level);
    } catch (const spdlog::spdlog_ex&) {
        install(std::make_shared<spdlog::sinks::stderr_sink_mt>(), std::max(level, spdlog::level::warn));
        return fail(ErrorCode::CannotOpen, "the program's log file cannot be written");
    }
    return {};
}

void stopLogging()
{
    spdlog::default_logger()->flush();
    install(std::make_shared<spdlog::sinks::null_sink_mt>(), spdlog::level::off);
}

}  // namespace psolog
