// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/irandomsource.h"

namespace psolog {

/// Random numbers from the system's generator, which the kernel seeds. Thread-safe.
class SystemRandom : public IRandomSource {
public:
    [[nodiscard]] std::uint32_t below(std::uint32_t choices) override;
};

}  // namespace psolog
