// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/ports/isettings.h"

namespace psolog {

/// The settings in an ini file. Read once when made; a missing file, a missing key and a value out of range give the
/// default. Written whole and atomically, mode 0600. For the GUI thread.
class SettingsStore : public ISettings {
public:
    /// `file` is an absolute path; its folder must exist before the first save.
    explicit SettingsStore(QString file);

    [[nodiscard]] const Settings& current() const override { return m_current; }

    /// InvalidValue for a value out of range, ReadOnly when the file cannot be written, WriteFailed for any other
    /// failure; the settings in force and the file are then as before.
    Result<void> save(const Settings& settings) override;

private:
    const QString m_file;
    Settings m_current;
};

}  // namespace psolog
