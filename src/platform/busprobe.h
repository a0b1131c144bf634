// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include <QString>

namespace psolog {

/// Lets one thread end the waiting of another. Thread-safe; once called off it stays so.
class CallOff {
public:
    CallOff();
    CallOff(const CallOff&) = delete;
    CallOff& operator=(const CallOff&) = delete;
    ~CallOff();

    void callOff();
    /// Readable once called off; -1 when the system has no descriptor left.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Whether a message bus at this D-Bus address takes connections and answers the first line of the handshake in time.
///
/// Qt connects in a thread that everything in the process shares, and waits there for up to 25 s for a bus that is
/// stopped; so a bus is asked first. Of an address that is not a Unix socket nothing is known: true.
/// Blocks for at most `patience`, or until `callOff`. An empty address: false.
[[nodiscard]] bool busAnswers(const QString& address, std::chrono::milliseconds patience, const CallOff& callOff);

}  // namespace psolog
