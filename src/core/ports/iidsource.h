// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace psolog {

/// Source of new record ids.
class IIdSource {
public:
    virtual ~IIdSource() = default;

    /// A new random UUID (version 4) in canonical lower-case form.
    [[nodiscard]] virtual std::string newUuid() = 0;

    /// A new id of any record: `ids.make<CheckInId>()`.
    template <class IdType>
    [[nodiscard]] IdType make()
    {
        return IdType(newUuid());
    }
};

}  // namespace psolog
