// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/singleinstance.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <spdlog/spdlog.h>

namespace psolog {

namespace {

constexpr std::string_view kRaise = "raise";
constexpr int kAnswerMs = 2000;
constexpr int kRetryMs = 20;

/// A file descriptor closed at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) { }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            close(m_fd);
    }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isValid() const { return m_fd >= 0; }

private:
    int m_fd;
};

int newSocket()
{
    return socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

struct Address {
    sockaddr_un name{};
    socklen_t size = sizeof(sockaddr_un);
    bool fits = false;

    explicit Address(const QString& path)
    {
        const QByteArray bytes = QFile::encodeName(path);
        name.sun_family = AF_UNIX;
        fits = static_cast<std::size_t>(bytes.size()) < sizeof(name.sun_path);
        if (fits)
            std::memcpy(name.sun_path, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }

    [[nodiscard]] const sockaddr* generic() const { return reinterpret_cast<const sockaddr*>(&name); }
};

/// The same name for every path that leads to the log.
QString keyOf(const QString& logPath)
{
    const QFileInfo file(logPath);
    QString canonical = file.canonicalFilePath();
    if (canonical.isEmpty()) {
        const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
        canonical = (folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName();
    }
    const QByteArray hash = QCryptographicHash::hash(QFile::encodeName(canonical), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.left(16).toHex());
}

/// Waits without a running event loop; the GUI is not shown yet.
void pauseFor(int ms)
{
    poll(nullptr, 0, ms);
}

bool sendRaise(const QString& socketPath)
{
    const Address address(socketPath);
    const Descriptor descriptor(newSocket());
    if (!address.fits || !descriptor.isValid())
        return false;
    // The first program may have its lock and not yet its socket, or be busy.
    QElapsedTimer waited;
    for (waited.start(); waited.elapsed() < kAnswerMs; pauseFor(kRetryMs))
        if (sendto(descriptor.get(), kRaise.data(), kRaise.size(), MSG_NOSIGNAL, address.generic(), address.size)
            == static_cast<ssize_t>(kRaise.size()))
            return true;
    return false;
}

}  // namespace

/// Lock and socket of the log claimed.
struct SingleInstance::Held {
    Held(QString lockPath, QString socketFile)
        : lock(lockPath),
          socketPath(std::move(socketFile)),
          descriptor(newSocket())
    {
        // By age alone no lock is stale: a session may run for weeks. One of a dead process always is.
        lock.setStaleLockTime(0);
    }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held()
    {
        // Before the lock goes: afterwards the path may already be another program's.
        notifier.reset();
        if (bound)
            unlink(QFile::encodeName(socketPath).constData());
    }

    /// Binds the socket; the lock is held, so what is in its place was left behind.
    bool listen()
    {
        const Address address(socketPath);
        if (!address.fits || !descriptor.isValid())
            return false;
        unlink(QFile::encodeName(socketPath).constData());
        bound = bind(descriptor.get(), address.generic(), address.size) == 0;
        return bound;
    }

    QLockFile lock;
    QString socketPath;
    Descriptor descriptor;
    std::unique_ptr<QSocketNotifier> notifier;
    bool bound = false;
};

SingleInstance::SingleInstance(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)) { }

SingleInstance::~SingleInstance() = default;

Result<SingleInstance::Role> SingleInstance::claim(const QString& logPath)
{
    const QString base = m_folder + u'/' + keyOf(logPath);
    const QString socketPath = base + QStringLiteral(".sock");
    if (m_held && m_held->socketPath == socketPath)
        return Role::First;

    auto held = std::make_unique<Held>(base + QStringLiteral(".lock"), socketPath);
    if (!held->lock.tryLock(0)) {
        if (held->lock.error() != QLockFile::LockFailedError)
            return fail(ErrorCode::CannotOpen, "the lock file cannot be written");
        if (!sendRaise(socketPath))
            return fail(ErrorCode::Locked, "another window has this log open and does not answer");
        return Role::Second;
    }
    if (held->listen()) {
        held->notifier = std::make_unique<QSocketNotifier>(held->descriptor.get(), QSocketNotifier::Read);
        connect(held->notifier.get(), &QSocketNotifier::activated, this, &SingleInstance::readRequests);
    } else {
        // The lock alone still protects the log; only the second window's request is lost.
        spdlog::warn("single instance: no socket (errno {})", errno);
    }
    m_held = std::move(held);
    return Role::First;
}

void SingleInstance::readRequests()
{
    bool asked = false;
    std::array<char, 16> message{};
    for (;;) {
        const ssize_t size = recv(m_held->descriptor.get(), message.data(), message.size(), MSG_TRUNC);
        if (size < 0)
            break;
        asked = asked
            || (static_cast<std::size_t>(size) <= message.size()
                && std::string_view(message.data(), static_cast<std::size_t>(size)) == kRaise);
    }
    if (asked)
        Q_EMIT raiseRequested();
}

}  // namespace psolog
