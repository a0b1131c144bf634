// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/openlog.h"

namespace psolog::cli {

Result<std::unique_ptr<Log>> openLog(const std::string& path, const IClock& clock)
{
    if (auto sound = checkLog(path); !sound)
        return tl::unexpected<Error>(sound.error());
    OpenOptions options;
    options.readOnly = true;
    options.quickCheck = false;
    return Log::open(path, clock, options);
}

}  // namespace psolog::cli
