// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <chrono>

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QTimer>
#include <spdlog/spdlog.h>

#include "app/bundled.h"
#include "exchange/demolog.h"
#include "exchange/logcontents.h"
#include "exchange/posefolder.h"
#include "exchange/routinefolder.h"
#include "gui/firststart/logproblemwidget.h"
#include "platform/qtspeechengine.h"
#include "platform/qttoneoutput.h"

namespace psolog {

namespace {
/// Time for a dialog that was told to close to return to where it was called.
constexpr QSize kProblemSize{720, 520};
constexpr std::chrono::seconds kBusyTimeout{5};
constexpr std::chrono::milliseconds kDialogReturns{20};
}  // namespace

Program::Program(Paths paths, StartOptions options)
    : m_paths(std::move(paths)),
      m_options(std::move(options)),
      m_settings(m_paths.config),
      m_theme(m_settings.current().theme, m_settings.current().textSizePercent),
      m_instance(m_paths.runtime),
      m_voice(qtSpeechEngine(languageOfTexts())),
      m_tones(qtToneOutput()),
      m_guide(m_voice, m_tones, m_desktop, m_settings)
{
    connect(&m_instance, &SingleInstance::raiseRequested, this, [this] {
        if (m_problem && m_problem->isVisible()) {
            m_problem->showNormal();
            m_problem->raise();
            m_problem->activateWindow();
        } else if (m_session) {
            m_session->window().raiseWindow();
        }
    });
}

Program::~Program() = default;

std::filesystem::path Program::ownFiles(const QString& folder) const
{
    return (m_paths.data + QLatin1Char('/') + folder).toStdString();
}

QString Program::firstLog() const
{
    if (!m_options.log.isEmpty())
        return m_options.log;
    const QString last = QString::fromStdString(m_settings.current().lastLog);
    // A log that was moved away is asked for; one that never was is made.
    return last.isEmpty() ? m_paths.defaultLog : last;
}

ICoachDesk& Program::desk()
{
    if (!m_desk) {
        const QString library =
            m_demoFolder ? m_demoFolder->filePath(QFileInfo(m_paths.library).fileName()) : m_paths.library;
        IntakeOptions intake;
        intake.ownFiles = [this] { return m_ownFiles.paths(); };
        m_desk = std::make_unique<CoachDesk>(library.toStdString(), m_clock, std::move(intake));
    }
    return *m_desk;
}

Result<QString> Program::makeDemo()
{
    m_demoFolder = std::make_unique<QTemporaryDir>();
    if (!m_demoFolder->isValid())
        return fail(ErrorCode::CannotOpen);
    const QString path = m_demoFolder->filePath(tr("Demonstration") + QStringLiteral(".psolog"));
    const auto contents = generateDemo({}, m_clock);
    if (!contents)
        return tl::unexpected(contents.error());
    auto log = Log::open(path.toStdString(), m_clock);
    if (!log)
        return tl::unexpected(log.error());
    const auto written = (*log)->inTransaction([&] {
        return writeContents(*contents,
                             {(*log)->athlete(), (*log)->checkIns(), (*log)->selfTests(), (*log)->releases(),
                              (*log)->weekly(), (*log)->experiments()});
    });
    if (!written)
        return tl::unexpected(written.error());
    return path;
}

Program::Started Program::start()
{
    auto poses = bundledPoses();
    auto routines = bundledRoutines();
    if (!poses || !routines) {
        spdlog::critical("built-in data: {}", (poses ? routines.error() : poses.error()).detail);
        return Started::Failed;
    }
    PosesInUse posesInUse = posesWithUsers(std::move(*poses), ownFiles(QStringLiteral("poses")));
    m_poses = std::move(posesInUse.poses);
    std::set<std::string, std::less<>> poseNames;
    for (const auto& [name, pose] : m_poses)
        poseNames.insert(name);
    m_routines = std::make_unique<RoutineFolder>(*routines, ownFiles(QStringLiteral("routines")), std::move(poseNames),
                                                 std::move(posesInUse.unused));

    QString path = firstLog();
    if (m_options.demo) {
        const auto demo = makeDemo();
        if (!demo) {
            explain(demo.error(), QString());
            return Started::Running;
        }
        path = *demo;
    }
    const auto opened = open(path, !m_options.demo && mayCreate(path));
    if (!opened)
        explain(opened.error(), path);
    else if (*opened == SingleInstance::Role::Second)
        return Started::AlreadyOpen;
    return Started::Running;
}

bool Program::mayCreate(const QString& path) const
{
    if (path == m_paths.defaultLog)
        return true;
    // A log that was named is begun where there is a folder for it; an empty file there is somebody else's. One that
    // was remembered and is gone was moved away.
    return path == m_options.log && !QFileInfo::exists(path) && QFileInfo(path).dir().exists();
}

bool Program::remembers(const QString& path) const
{
    return !m_options.demo && path != m_options.log;
}

Result<SingleInstance::Role> Program::open(const QString& path, bool mayCreate)
{
    const auto role = m_instance.claim(path);
    if (!role)
        return tl::unexpected(role.error());
    if (*role == SingleInstance::Role::Second)
        return role;
    OpenOptions options;
    options.create = mayCreate;
    // Somebody who looks at a window already can wait for the check, and keeps that window when it fails.
    const bool first = !m_session && !m_problem;
    options.quickCheck = !first;
    // The check in the background reads the whole file; the first save may have to wait for it.
    options.busyTimeout = kBusyTimeout;
    m_ownFiles.add(path.toStdString());
    auto log = Log::open(path.toStdString(), m_clock, options);
    if (!log) {
        m_ownFiles.keepOnly(m_session ? m_session->services().file.path() : std::string());
        spdlog::warn("log not opened: {}", nameOf(log.error().code));
        if (m_session)
            (void)m_instance.claim(QString::fromStdString(m_session->services().file.path()));
        return tl::unexpected(log.error());
    }
    spdlog::info("log opened{}", (*log)->readOnly() ? " read-only" : "");

    auto session = std::make_unique<LogSession>(std::move(*log),
                                                Shared{m_clock, m_ids, m_settings, m_theme, m_poses, *m_routines,
                                                       m_alarm, m_guide, m_random, m_notesFiles, desk()});
    MainWindow& window = session->window();
    connect(
        &window, &MainWindow::openLogRequested, this, [this](const QString& file) { openOrExplain(file, false); },
        Qt::QueuedConnection);
    connect(
        &window, &MainWindow::newLogRequested, this, [this](const QString& file) { openOrExplain(file, true); },
        Qt::QueuedConnection);
    window.begin();
    window.show();
    m_problem.reset();
    m_session = std::move(session);
    m_ownFiles.keepOnly(m_session->services().file.path());
    m_damageCheck.reset();
    if (first) {
        m_damageCheck = std::make_unique<DamageCheck>();
        connect(m_damageCheck.get(), &DamageCheck::finished, this, [this, path](const std::optional<Error>& error) {
            if (error)
                spdlog::warn("log looked through: {}", nameOf(error->code));
            if (error && error->code == ErrorCode::Damaged)
                giveUp(path, *error);
            Q_EMIT logLookedThrough();
        });
    }
    m_firstPaint = std::make_unique<FirstPaint>(window, [this, path] {
        if (m_damageCheck)
            m_damageCheck->start(path);
        m_guide.start();
    });

    if (remembers(path)) {
        Settings settings = m_settings.current();
        settings.lastLog = path == m_paths.defaultLog ? std::string() : path.toStdString();
        if (settings != m_settings.current())
            (void)m_settings.save(settings);
    }
    return role;
}

void Program::openOrExplain(const QString& path, bool mayCreate)
{
    // The window of the log that is open now goes with it, and whatever is entered there.
    if (m_session && !m_session->window().mayBeLeft())
        return;
    const auto opened = open(path, mayCreate);
    if (!opened)
        explain(opened.error(), path);
}

void Program::explain(const Error& error, const QString& path)
{
    if (!m_problem) {
        m_problem = std::make_unique<LogProblemWidget>();
        m_problem->setWindowTitle(tr("Psolog"));
        m_problem->resize(kProblemSize);
        connect(
            m_problem.get(), &LogProblemWidget::retryRequested, this,
            [this] { openOrExplain(m_problem->path(), mayCreate(m_problem->path())); }, Qt::QueuedConnection);
        connect(
            m_problem.get(), &LogProblemWidget::openLogRequested, this,
            [this](const QString& file) { openOrExplain(file, false); }, Qt::QueuedConnection);
        connect(
            m_problem.get(), &LogProblemWidget::newLogRequested, this,
            [this](const QString& file) { openOrExplain(file, true); }, Qt::QueuedConnection);
        connect(m_problem.get(), &LogProblemWidget::quitRequested, m_problem.get(), &QWidget::close);
    }
    m_problem->showProblem(path, error);
    m_problem->show();
    m_problem->raise();
}

void Program::giveUp(const QString& path, const Error& error)
{
    QWidget* const popup = QApplication::activePopupWidget();
    if (QWidget* const dialog = popup != nullptr ? popup : QApplication::activeModalWidget()) {
        // It runs on the stack of the window, which can go only after the dialog has returned. The check is the
        // context: it goes when another log is opened meanwhile.
        dialog->close();
        QTimer::singleShot(kDialogReturns, m_damageCheck.get(), [this, path, error] { giveUp(path, error); });
        return;
    }
    // First the message: without any window the program would end.
    explain(error, path);
    m_session.reset();
    m_ownFiles.keepOnly({});
}

}  // namespace psolog
