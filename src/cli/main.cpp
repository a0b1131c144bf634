// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <iostream>

#include <sys/stat.h>

#include "cli/commandline.h"
#include "cli/hostclock.h"

int main(int argc, char** argv)
{
    // What a log holds is nobody else's business, and neither is its export.
    umask(077);
    // A reader that goes away is an error to report, not a reason to die.
    std::signal(SIGPIPE, SIG_IGN);
    std::ios::sync_with_stdio(false);
    return psolog::cli::run(argc, argv, psolog::cli::HostClock(), std::cout, std::cerr);
}
