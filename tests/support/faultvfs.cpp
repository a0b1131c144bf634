// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultvfs.h"

#include <new>

namespace psolog::test {

namespace {

// The VFS interface of C has no room for an object beside pAppData, which the real one uses.
FaultVfs* current = nullptr;

}  // namespace

/// Our file object; the real one lies behind it in the memory that SQLite provides.
struct FaultVfs::File {
    sqlite3_file base;
    FaultVfs* vfs;
    sqlite3_file* real;
    const char* name;  // null: a temporary file
};

struct FaultVfs::Methods {
    static File& file(sqlite3_file* base) { return *reinterpret_cast<File*>(base); }

    static int close(sqlite3_file* base)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
    }

    static int read(sqlite3_file* base, void* buffer, int size, sqlite3_int64 offset)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xRead(real, buffer, size, offset);
    }

    static int write(sqlite3_file* base, const void* buffer, int size, sqlite3_int64 offset)
    {
        File& self = file(base);
        if (self.vfs->fails(DiskCall::Write)) {
            // Half of it still gets through: a torn write.
            self.real->pMethods->xWrite(self.real, buffer, size / 2, offset);
            return SQLITE_IOERR_WRITE;
        }
        if (self.name) {
            std::int64_t& length = self.vfs->m_sizes[self.name];
            const std::int64_t grown = offset + size - length;
            if (grown > 0 && self.vfs->bytesUsed() + grown > self.vfs->m_quota)
                return SQLITE_FULL;
            if (grown > 0)
                length += grown;
        }
        return self.real->pMethods->xWrite(self.real, buffer, size, offset);
    }

    static int truncate(sqlite3_file* base, sqlite3_int64 size)
    {
        File& self = file(base);
        if (self.vfs->fails(DiskCall::Truncate))
            return SQLITE_IOERR_TRUNCATE;
        if (self.name)
            self.vfs->m_sizes[self.name] = size;
        return self.real->pMethods->xTruncate(self.real, size);
    }

    static int sync(sqlite3_file* base, int flags)
    {
        File& self = file(base);
        if (self.vfs->fails(DiskCall::Sync))
            return SQLITE_IOERR_FSYNC;
        return self.real->pMethods->xSync(self.real, flags);
    }

    static int fileSize(sqlite3_file* base, sqlite3_int64* size)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xFileSize(real, size);
    }

    static int lock(sqlite3_file* base, int level)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xLock(real, level);
    }

    static int unlock(sqlite3_file* base, int level)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xUnlock(real, level);
    }

    static int checkReservedLock(sqlite3_file* base, int* result)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xCheckReservedLock(real, result);
    }

    static int fileControl(sqlite3_file* base, int operation, void* argument)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xFileControl(real, operation, argument);
    }

    static int sectorSize(sqlite3_file* base)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xSectorSize(real);
    }

    static int deviceCharacteristics(sqlite3_file* base)
    {
        sqlite3_file* const real = file(base).real;
        return real->pMethods->xDeviceCharacteristics(real);
    }

    // Version 1: without shared memory and memory maps, so that every byte passes here.
    static constexpr sqlite3_io_methods kTable{1,
                                               close,
                                               read,
                                               write,
                                               truncate,
                                               sync,
                                               fileSize,
                                               lock,
                                               unlock,
                                               checkReservedLock,
                                               fileControl,
                                               sectorSize,
                                               deviceCharacteristics,
                                               nullptr,
                                               nullptr,
                                               nullptr,
                                               nullptr,
                                               nullptr,
                                               nullptr};

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* base, int flags, int* outFlags)
    {
        FaultVfs& vfs = *current;
        if (vfs.m_readOnlyDisk) {
            if ((flags & SQLITE_OPEN_CREATE) != 0)
                return SQLITE_READONLY_DIRECTORY;
            flags = (flags & ~SQLITE_OPEN_READWRITE) | SQLITE_OPEN_READONLY;
        }
        File* const self = new (base) File{{nullptr}, &vfs, nullptr, name};
        self->real = reinterpret_cast<sqlite3_file*>(self + 1);
        self->real->pMethods = nullptr;
        const int code = vfs.m_real->xOpen(vfs.m_real, name, self->real, flags, outFlags);
        if (self->real->pMethods)
            self->base.pMethods = &kTable;
        sqlite3_int64 size = 0;
        if (code == SQLITE_OK && name && self->real->pMethods->xFileSize(self->real, &size) == SQLITE_OK)
            vfs.m_sizes[name] = size;
        return code;
    }

    static int remove(sqlite3_vfs*, const char* name, int syncFolder)
    {
        FaultVfs& vfs = *current;
        if (vfs.fails(DiskCall::Delete))
            return SQLITE_IOERR_DELETE;
        vfs.m_sizes.erase(name);
        return vfs.m_real->xDelete(vfs.m_real, name, syncFolder);
    }
};

FaultVfs::FaultVfs() : m_real(sqlite3_vfs_find(nullptr)), m_vfs(*m_real)
{
    current = this;
    m_vfs.zName = kName;
    m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_real->szOsFile;
    m_vfs.xOpen = Methods::open;
    m_vfs.xDelete = Methods::remove;
    sqlite3_vfs_register(&m_vfs, 0);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    current = nullptr;
}

void FaultVfs::failAt(DiskCall call, int n, bool lasting)
{
    m_counts.clear();
    m_failing = call;
    m_failAt = n;
    m_lasting = lasting;
}

void FaultVfs::heal()
{
    m_counts.clear();
    m_failAt = 0;
    m_quota = std::numeric_limits<std::int64_t>::max();
    m_readOnlyDisk = false;
}

int FaultVfs::count(DiskCall call) const
{
    const auto found = m_counts.find(call);
    return found == m_counts.end() ? 0 : found->second;
}

std::int64_t FaultVfs::bytesUsed() const
{
    std::int64_t sum = 0;
    for (const auto& [name, size] : m_sizes)
        sum += size;
    return sum;
}

bool FaultVfs::fails(DiskCall call)
{
    const int n = ++m_counts[call];
    return call == m_failing && m_failAt > 0 && (m_lasting ? n >= m_failAt : n == m_failAt);
}

}  // namespace psolog::test
