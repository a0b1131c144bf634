// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iclock.h"
#include "core/ports/iselftestlog.h"

namespace psolog {

class Connection;

/// The tables self_test and reading. Connection and clock must outlive it. The clock says what lies in the future, and
/// when a record was removed.
class SelfTestLog final : public ISelfTestLog {
public:
    SelfTestLog(Connection& connection, const IClock& clock) : m_connection(connection), m_clock(clock) { }

    Result<void> save(const SelfTest& record) override;
    Result<void> remove(const SelfTestId& id) override;
    Result<void> restore(const SelfTestId& id) override;
    [[nodiscard]] Result<std::optional<SelfTest>> find(const SelfTestId& id) override;
    [[nodiscard]] Result<std::vector<SelfTest>> between(LocalDay first, LocalDay last) override;
    [[nodiscard]] Result<std::vector<SelfTest>> latest(SelfTestKind kind, std::size_t count) override;

private:
    Connection& m_connection;
    const IClock& m_clock;
};

}  // namespace psolog
