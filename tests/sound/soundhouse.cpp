// SPDX-License-Identifier: GPL-3.0-or-later
#include "soundhouse.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <sys/prctl.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

namespace psolog::test {

namespace {

constexpr int kRate = 24'000;
constexpr int kStartMs = 20'000;
constexpr int kEndMs = 3'000;
const QString kMark = QStringLiteral("PSOLOG_SOUND_HOUSE");

const QStringList kPrograms{QStringLiteral("dbus-daemon"), QStringLiteral("pulseaudio"), QStringLiteral("parec"),
                            QStringLiteral("speech-dispatcher"), QStringLiteral("sd_espeak-ng")};
// Where speech-dispatcher keeps its modules.
const QStringList kModuleFolders{QStringLiteral("/usr/lib/speech-dispatcher-modules"),
                                 QStringLiteral("/usr/libexec/speech-dispatcher-modules")};

bool write(const QString& path, const QByteArray& text)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

double steadyMs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

}  // namespace

QStringList SoundHouse::missingPrograms()
{
    QStringList missing;
    for (const QString& program : kPrograms)
        if (QStandardPaths::findExecutable(program).isEmpty()
            && QStandardPaths::findExecutable(program, kModuleFolders).isEmpty())
            missing << program;
    return missing;
}

SoundHouse::SoundHouse(Furniture furniture) : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const char* folder : {"home", "run", "config"})
        QDir(m_folder.path())
            .mkdir(QString::fromLatin1(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_environment.insert(kMark, m_folder.path());
    m_environment.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("run")));
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                         QStringLiteral("unix:path=") + path(QStringLiteral("bus")));
    m_environment.insert(QStringLiteral("PULSE_SERVER"), QStringLiteral("unix:") + path(QStringLiteral("pulse")));
    m_environment.insert(QStringLiteral("SPEECHD_ADDRESS"),
                         QStringLiteral("unix_socket:") + path(QStringLiteral("speech")));
    // The library of speech-dispatcher looks for line ends in a list of 13,000 voices; checked, that takes minutes.
    m_environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("intercept_strstr=0"));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    if (furniture == Furniture::Everything) {
        m_isReady = furnish();
    } else {
        m_environment.insert(QStringLiteral("SPEECHD_ADDRESS"),
                             QStringLiteral("unix_socket:") + path(QStringLiteral("nowhere/speech")));
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    }
}

SoundHouse::~SoundHouse()
{
    if (m_recorder) {
        m_recorder->terminate();
        m_recorder->waitForFinished(kEndMs);
    }
    for (auto service = m_services.rbegin(); service != m_services.rend(); ++service) {
        // One that was stopped hears nothing until it goes on.
        ::kill(static_cast<pid_t>((*service)->processId()), SIGCONT);
        (*service)->terminate();
        if (!(*service)->waitForFinished(kEndMs)) {
            (*service)->kill();
            (*service)->waitForFinished(kEndMs);
        }
    }
    // Modules of the speech service, and what was started on demand, are no children of ours.
    for (const pid_t left : inhabitants())
        ::kill(left, SIGKILL);
    static_cast<void>(QTest::qWaitFor([this] { return inhabitants().empty(); }, kEndMs));
}

void SoundHouse::freezeSpeech() const
{
    ::kill(static_cast<pid_t>(m_services.back()->processId()), SIGSTOP);
}

void SoundHouse::freezeSound() const
{
    ::kill(static_cast<pid_t>(m_services.at(1)->processId()), SIGSTOP);
}

void SoundHouse::record()
{
    m_recorder = begin(QStringLiteral("parec"),
                       {QStringLiteral("--device=house.monitor"), QStringLiteral("--format=s16le"),
                        QStringLiteral("--rate=%1").arg(kRate), QStringLiteral("--channels=2"),
                        QStringLiteral("--latency-msec=10")});
    QObject::connect(m_recorder.get(), &QProcess::readyReadStandardOutput, m_recorder.get(),
                     [this] { readRecording(); });
    // The first samples come late, while the stream is set up; the schedule begins when it runs.
    static_cast<void>(QTest::qWaitFor([this] { return m_recording.size() > kRate * 4 / 2; }, kStartMs));
}

StereoSound SoundHouse::recorded()
{
    readRecording();
    if (const QString keep = qEnvironmentVariable("PSOLOG_KEEP_SOUND"); !keep.isEmpty())
        static_cast<void>(write(keep, m_recording));
    StereoSound sound{kRate, {}};
    sound.samples.resize(static_cast<std::size_t>(m_recording.size() / 4) * 2);
    std::memcpy(sound.samples.data(), m_recording.constData(), sound.samples.size() * sizeof(std::int16_t));
    return sound;
}

int SoundHouse::run(const QString& program, const QStringList& arguments, std::chrono::milliseconds limit)
{
    const auto process = begin(program, arguments);
    // The event loop goes on, for the recording.
    if (QTest::qWaitFor([&process] { return process->state() == QProcess::NotRunning; },
                        static_cast<int>(limit.count())))
        return process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    process->kill();
    process->waitForFinished(kEndMs);
    return -1;
}

std::string SoundHouse::complaints(const QString& program) const
{
    QFile file(path(program + QStringLiteral(".err")));
    return file.open(QIODevice::ReadOnly) ? file.readAll().right(20'000).toStdString() : std::string();
}

std::unique_ptr<QProcess> SoundHouse::begin(const QString& program, const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setStandardErrorFile(path(QFileInfo(program).fileName() + QStringLiteral(".err")));
    process->setStandardInputFile(QProcess::nullDevice());
    // The child ends with the test, however that ends.
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process->start(program, arguments);
    process->waitForStarted(kStartMs);
    return process;
}

void SoundHouse::serve(const QString& program, const QStringList& arguments, const QString& socket)
{
    m_services.push_back(begin(program, arguments));
    QProcess& service = *m_services.back();
    const bool isUp =
        QTest::qWaitFor([&] { return service.state() == QProcess::NotRunning || QFileInfo::exists(socket); }, kStartMs);
    if (!isUp || service.state() == QProcess::NotRunning) {
        std::fprintf(stderr, "%s does not start\n%s\n", qPrintable(program), complaints(program).c_str());
        m_isReady = false;
    }
}

bool SoundHouse::furnish()
{
    serve(QStringLiteral("dbus-daemon"),
          {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
           QStringLiteral("--address=unix:path=") + path(QStringLiteral("bus"))},
          path(QStringLiteral("bus")));
    serve(QStringLiteral("pulseaudio"),
          {QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--use-pid-file=no"),
           QStringLiteral("--exit-idle-time=-1"), QStringLiteral("--log-level=error"), QStringLiteral("-L"),
           QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + path(QStringLiteral("pulse")),
           QStringLiteral("-L"), QStringLiteral("module-null-sink sink_name=house rate=%1").arg(kRate)},
          path(QStringLiteral("pulse")));
    const bool isWritten = write(path(QStringLiteral("config/speech-dispatcher/speechd.conf")),
                                 "LogLevel 1\n"
                                 "AudioOutputMethod \"pulse\"\n"
                                 "AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\n"
                                 "DefaultModule espeak-ng\n")
        && write(path(QStringLiteral("config/speech-dispatcher/modules/espeak-ng.conf")), "Debug 0\n");
    serve(QStringLiteral("speech-dispatcher"),
          {QStringLiteral("--run-single"), QStringLiteral("--timeout"), QStringLiteral("0"),
           QStringLiteral("--communication-method"), QStringLiteral("unix_socket"), QStringLiteral("--socket-path"),
           path(QStringLiteral("speech")), QStringLiteral("--config-dir"),
           path(QStringLiteral("config/speech-dispatcher")), QStringLiteral("--log-dir"), path(QStringLiteral("run")),
           QStringLiteral("--pid-file"), path(QStringLiteral("run/speech.pid"))},
          path(QStringLiteral("speech")));
    return m_isReady && isWritten;
}

void SoundHouse::readRecording()
{
    m_recording += m_recorder->readAllStandardOutput();
    // Each piece arrives when its last sample is over, or later: the earliest beginning is the true one.
    const double length = static_cast<double>(m_recording.size()) / 4 * 1000 / kRate;
    if (length > 200)
        m_recordingBegan = std::min(m_recordingBegan, steadyMs() - length);
}

std::vector<pid_t> SoundHouse::inhabitants() const
{
    const QByteArray mark = QStringLiteral("%1=%2").arg(kMark, m_folder.path()).toLocal8Bit() + '\0';
    std::vector<pid_t> found;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isProcess = false;
        const pid_t pid = name.toInt(&isProcess);
        QFile environment(QStringLiteral("/proc/%1/environ").arg(name));
        if (isProcess && environment.open(QIODevice::ReadOnly) && environment.readAll().contains(mark))
            found.push_back(pid);
    }
    return found;
}

}  // namespace psolog::test
