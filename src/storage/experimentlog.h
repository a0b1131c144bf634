// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/iclock.h"
#include "core/ports/iexperimentlog.h"

namespace psolog {

class Connection;

/// The table experiment. The connection and the clock must outlive it. Of a plan only what its kind needs is stored;
/// the rest comes back with its default. A read-only log from before the table has no experiments.
class ExperimentLog final : public IExperimentLog {
public:
    ExperimentLog(Connection& connection, const IClock& clock) : m_connection(connection), m_clock(clock) { }

    Result<void> begin(const Experiment& plan) override;
    Result<void> stop(const ExperimentId& id, const RecordedAt& when, const std::string& reason) override;
    Result<void> change(const ExperimentId& id, const RecordedAt& when, const std::string& reason,
                        const Experiment& plan) override;
    [[nodiscard]] Result<std::vector<Experiment>> all() override;

private:
    [[nodiscard]] std::vector<Experiment> load();
    void insert(const Experiment& plan);
    /// Ends a plan that is active and not over, or says why not. Inside a transaction.
    [[nodiscard]] Result<void> end(const ExperimentId& id, ExperimentState state, const RecordedAt& when,
                                   const std::string& reason);
    /// Stores a new plan unless another one is active. Inside a transaction.
    [[nodiscard]] Result<void> add(const Experiment& plan);

    Connection& m_connection;
    const IClock& m_clock;
};

}  // namespace psolog
