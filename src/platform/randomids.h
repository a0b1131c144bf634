// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iidsource.h"

namespace psolog {

/// Random UUIDs (version 4) from the system's generator. Thread-safe.
class RandomIds : public IIdSource {
public:
    [[nodiscard]] std::string newUuid() override;
};

}  // namespace psolog
