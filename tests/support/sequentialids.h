// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>

#include "core/ports/iidsource.h"

namespace psolog::test {

/// Ids that count up, valid UUIDs all the same.
class SequentialIds : public IIdSource {
public:
    [[nodiscard]] std::string newUuid() override { return fmt::format("00000000-0000-4000-8000-{:012x}", ++m_last); }

private:
    unsigned long long m_last = 0;
};

}  // namespace psolog::test
