// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/busprobe.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <optional>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <QByteArray>
#include <QStringList>

namespace psolog {

namespace {

/// A socket closed at the end of its scope.
class Socket {
public:
    Socket() : m_fd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) { }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

/// The socket name of a "unix:" address as the kernel takes it; an abstract one begins with a zero byte.
std::optional<QByteArray> socketName(const QString& entry)
{
    const QStringList fields = entry.mid(entry.indexOf(u':') + 1).split(u',');
    for (const QString& field : fields) {
        const QByteArray value = QByteArray::fromPercentEncoding(field.mid(field.indexOf(u'=') + 1).toLatin1());
        if (field.startsWith(QStringLiteral("path=")))
            return value;
        if (field.startsWith(QStringLiteral("abstract=")))
            return QByteArray(1, '\0') + value;
    }
    return std::nullopt;
}

bool answers(const QByteArray& name, std::chrono::milliseconds patience, const CallOff& callOff)
{
    sockaddr_un address{};
    const auto length = static_cast<std::size_t>(name.size());
    if (length == 0 || length >= sizeof(address.sun_path))
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), length);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length + (name.at(0) == '\0' ? 0 : 1));

    const Socket connection;
    if (connection.get() < 0 || connect(connection.get(), reinterpret_cast<const sockaddr*>(&address), size) != 0)
        return false;
    const QByteArray hello = QByteArray(1, '\0') + "AUTH EXTERNAL " + QByteArray::number(getuid()).toHex() + "\r\n";
    if (send(connection.get(), hello.constData(), static_cast<std::size_t>(hello.size()), MSG_NOSIGNAL) != hello.size())
        return false;

    std::array<pollfd, 2> watched{pollfd{connection.get(), POLLIN, 0}, pollfd{callOff.descriptor(), POLLIN, 0}};
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        const int ready =
            poll(watched.data(), watched.size(), static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || watched[1].revents != 0)
            return false;
        break;
    }
    // Any line will do: also a bus that refuses the user is one that answers.
    std::array<char, 64> line{};
    return recv(connection.get(), line.data(), line.size(), 0) > 0;
}

}  // namespace

CallOff::CallOff() : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { }

CallOff::~CallOff()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void CallOff::callOff()
{
    if (m_descriptor >= 0)
        (void)eventfd_write(m_descriptor, 1);
}

bool busAnswers(const QString& address, std::chrono::milliseconds patience, const CallOff& callOff)
{
    const QStringList entries = address.split(u';', Qt::SkipEmptyParts);
    for (const QString& entry : entries) {
        const std::optional<QByteArray> name =
            entry.startsWith(QStringLiteral("unix:")) ? socketName(entry) : std::nullopt;
        if (!name || answers(*name, patience, callOff))
            return true;
    }
    return false;
}

}  // namespace psolog
