// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processend.h"

#include <cstdlib>

#include <spdlog/spdlog.h>

#include "platform/desktop.h"
#include "platform/logging.h"
#include "platform/soundthread.h"

namespace psolog {

int endProcess(int result)
{
    if (SoundThread::running() + Desktop::running() > 0) {
        // The log is not closed: the thread may be writing to it.
        spdlog::default_logger()->flush();
        std::_Exit(result);
    }
    stopLogging();
    return result;
}

}  // namespace psolog
