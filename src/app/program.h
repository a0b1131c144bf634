// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include <QObject>
#include <QTemporaryDir>

#include "app/damagecheck.h"
#include "app/firstpaint.h"
#include "app/logsession.h"
#include "app/ownfiles.h"
#include "app/startoptions.h"
#include "exchange/notesfile.h"
#include "gui/theme/theme.h"
#include "platform/desktop.h"
#include "platform/paths.h"
#include "platform/randomids.h"
#include "platform/settingsstore.h"
#include "platform/singleinstance.h"
#include "platform/systemclock.h"
#include "platform/systemrandom.h"
#include "platform/tones.h"
#include "platform/voice.h"
#include "platform/wallalarm.h"
#include "storage/coachdesk.h"

namespace psolog {

class LogProblemWidget;

/// The composition root: the one place that knows every concrete class. Opens a log and shows its window; a log that
/// cannot be opened leads to a choice, never to an end.
class Program : public QObject {
    Q_OBJECT
public:
    enum class Started {
        Running,      ///< a window is shown
        AlreadyOpen,  ///< another Psolog has this log and was asked to show itself
        Failed,       ///< the program itself is incomplete; see the log of the program
    };

    Program(Paths paths, StartOptions options);
    ~Program() override;

    [[nodiscard]] Started start();

Q_SIGNALS:
    /// The log of the first window has been looked through for damage.
    void logLookedThrough();

private:
    /// Where the user keeps files of this kind, beside the logs.
    [[nodiscard]] std::filesystem::path ownFiles(const QString& folder) const;
    [[nodiscard]] QString firstLog() const;
    /// Made at the first call. A demonstration coaches nobody: its library goes with it.
    [[nodiscard]] ICoachDesk& desk();
    [[nodiscard]] Result<QString> makeDemo();
    /// Opens a log and replaces the current one; on an error the current one stays. The log of the first window is
    /// looked through for damage only when that window is there.
    [[nodiscard]] Result<SingleInstance::Role> open(const QString& path, bool mayCreate);
    /// Whether a missing file at this path may become a new log without asking.
    [[nodiscard]] bool mayCreate(const QString& path) const;
    /// Whether the next start opens this log by itself; one named for this start only is not.
    [[nodiscard]] bool remembers(const QString& path) const;
    void openOrExplain(const QString& path, bool mayCreate);
    void explain(const Error& error, const QString& path);
    /// Closes a log that turned out to be damaged, so that nothing is written to it, and says so.
    void giveUp(const QString& path, const Error& error);

    const Paths m_paths;
    const StartOptions m_options;
    SystemClock m_clock;
    RandomIds m_ids;
    SystemRandom m_random;
    SettingsStore m_settings;
    Theme m_theme;
    SingleInstance m_instance;
    PoseLibrary m_poses;
    std::unique_ptr<IRoutineStore> m_routines;
    Voice m_voice;
    Tones m_tones;
    Desktop m_desktop;
    WallAlarm m_alarm;
    Guide m_guide;
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    OwnFiles m_ownFiles;
    NotesFiles m_notesFiles;
    std::unique_ptr<CoachDesk> m_desk;
    std::unique_ptr<LogSession> m_session;
    std::unique_ptr<LogProblemWidget> m_problem;
    std::unique_ptr<DamageCheck> m_damageCheck;
    std::unique_ptr<FirstPaint> m_firstPaint;
};

}  // namespace psolog
