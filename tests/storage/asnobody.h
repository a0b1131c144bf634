// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <sys/stat.h>
#include <unistd.h>

namespace psolog::test {

/// Gives up root's power over files for its life, after handing `folder` and `file` to the new owner. Without root
/// there is nothing to give up.
class AsNobody {
public:
    AsNobody(const std::string& folder, const std::string& file)
    {
        if (::geteuid() != 0)
            return;
        m_switched = ::chown(folder.c_str(), kNobody, kNobody) == 0 && ::chown(file.c_str(), kNobody, kNobody) == 0
            && ::setegid(kNobody) == 0 && ::seteuid(kNobody) == 0;
        struct stat status { };
        m_reaches = ::stat(file.c_str(), &status) == 0;
    }
    ~AsNobody()
    {
        if (m_switched && (::seteuid(0) != 0 || ::setegid(0) != 0))
            ::_exit(1);
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

    /// False when root could not step down, so that permissions would not be seen, or when a folder above lets only
    /// root through.
    [[nodiscard]] bool works() const { return ::geteuid() != 0 && m_reaches; }

private:
    static constexpr unsigned kNobody = 65534;
    bool m_switched = false;
    bool m_reaches = true;
};

}  // namespace psolog::test
