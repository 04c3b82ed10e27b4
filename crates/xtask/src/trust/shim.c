/* Stands between the program and its disk: writes down every call that changes a file below one
 * folder, and makes the call fail that it is told to fail. Loaded with LD_PRELOAD into a program
 * under test, never part of it. Refuses to touch files outside that folder.
 *
 * DISK_ROOT   folder that is watched
 * DISK_TRACE  file that calls are written to (may be absent)
 * DISK_CTL    five numbers of 8 bytes that the test shares with us (may be absent):
 *             calls so far, number of the call to fail (0: none), kind, for good (1) or once, failed
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, LINK };
enum { EIO_KIND = 1, ENOSPC_KIND, EINTR_KIND, SHORT_KIND };
/* What a call does, for the kinds of failure that do not fit every call. */
enum { READS = 1, GROWS = 2, OTHER = 4, SYNCS = 8, NAMES = 16 };

struct head {
    uint32_t op;
    uint32_t flags;
    uint64_t inode;
    uint64_t at;
    uint64_t len;
};

struct ctl {
    volatile uint64_t calls, fail_at, kind, for_good, failed;
};

static pthread_mutex_t gate = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *root;
static size_t root_len;
static int trace = -1;
static struct ctl *ctl;
#define FDS 4096
static char watched[FDS];

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) {
    return dlsym(RTLD_NEXT, name);
}

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("DISK_TRACE");
    root = getenv("DISK_ROOT");
    root_len = root ? strlen(root) : 0;
    if (at) trace = syscall(SYS_openat, AT_FDCWD, at, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    at = getenv("DISK_CTL");
    if (at) {
        int fd = syscall(SYS_openat, AT_FDCWD, at, O_RDWR | O_CLOEXEC);
        if (fd >= 0) {
            void *map = mmap(0, sizeof *ctl, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
            if (map != MAP_FAILED) ctl = map;
            close(fd);
        }
    }
}

static int is_ours(const char *path) {
    return root && path && !strncmp(path, root, root_len) && (path[root_len] == '/' || !path[root_len]);
}

static int is_watched(int fd) {
    return fd >= 0 && fd < FDS && watched[fd];
}

/* One write with O_APPEND: marks of the test and entries of other processes stay whole. */
static void note(uint32_t op, uint32_t flags, uint64_t inode, uint64_t at, const void *body, size_t len) {
    if (trace < 0) return;
    struct head head = {op, flags, inode, at, len};
    struct iovec parts[2] = {{&head, sizeof head}, {(void *)body, len}};
    int before = errno;
    syscall(SYS_writev, trace, parts, 2);
    errno = before;
}

static void note_names(uint32_t op, const char *one, const char *two) {
    char both[8192];
    int n = snprintf(both, sizeof both, "%s%c%s", one, 0, two);
    note(op, 0, 0, 0, both, n);
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

/* Whether this call is to fail; sets errno. A short write is the caller's to make. */
static int fails(int what) {
    if (!ctl) return 0;
    uint64_t kind = ctl->kind;
    int fits = kind == ENOSPC_KIND ? what & (GROWS | SYNCS | NAMES)
             : kind == EINTR_KIND  ? what & (GROWS | READS | SYNCS)
             : kind == SHORT_KIND  ? what & GROWS
                                   : 1;
    if (!fits) return 0;
    uint64_t now = ++ctl->calls;
    if (!ctl->fail_at || (ctl->for_good ? now < ctl->fail_at : now != ctl->fail_at)) return 0;
    ctl->failed++;
    errno = kind == ENOSPC_KIND ? ENOSPC : kind == EINTR_KIND ? EINTR : EIO;
    return 1;
}

static int is_short(void) {
    return ctl && ctl->kind == SHORT_KIND;
}

#define GATED(type, expression)            \
    pthread_mutex_lock(&gate);             \
    type result = (expression);            \
    int after = errno;                     \
    pthread_mutex_unlock(&gate);           \
    errno = after;                         \
    return result

static int opened(int (*make)(const char *, int, mode_t), const char *path, int flags, mode_t mode) {
    if (!is_ours(path)) {
        int fd = make(path, flags, mode);
        if (fd >= 0 && fd < FDS) watched[fd] = 0;
        return fd;
    }
    if (fails(flags & O_CREAT ? NAMES : OTHER)) return -1;
    int fd = make(path, flags, mode);
    if (fd >= 0 && fd < FDS) {
        watched[fd] = 1;
        note(OPEN, flags, inode_of(fd), 0, path, strlen(path));
    }
    return fd;
}

static int by_open(const char *path, int flags, mode_t mode) {
    return REAL(open)(path, flags, mode);
}

#define MODE_OF(flags)                                 \
    mode_t mode = 0;                                   \
    if ((flags) & (O_CREAT | O_TMPFILE)) {             \
        va_list rest;                                  \
        va_start(rest, flags);                         \
        mode = va_arg(rest, mode_t);                   \
        va_end(rest);                                  \
    }

int open(const char *path, int flags, ...) {
    MODE_OF(flags)
    GATED(int, opened(by_open, path, flags, mode));
}

int open64(const char *path, int flags, ...) {
    MODE_OF(flags)
    GATED(int, opened(by_open, path, flags | O_LARGEFILE, mode));
}

int openat(int dir, const char *path, int flags, ...) {
    MODE_OF(flags)
    if (path[0] != '/') return REAL(openat)(dir, path, flags, mode);
    GATED(int, opened(by_open, path, flags, mode));
}

int openat64(int dir, const char *path, int flags, ...) {
    MODE_OF(flags)
    if (path[0] != '/') return REAL(openat)(dir, path, flags, mode);
    GATED(int, opened(by_open, path, flags | O_LARGEFILE, mode));
}

int close(int fd) {
    if (fd >= 0 && fd < FDS) watched[fd] = 0;
    return REAL(close)(fd);
}

static ssize_t written(int fd, const void *body, size_t len, off_t at) {
    if (is_short() && len > 1 && fails(GROWS)) len /= 2;
    else if (!is_short() && fails(GROWS)) return -1;
    ssize_t n = REAL(pwrite)(fd, body, len, at);
    if (n > 0) note(WRITE, 0, inode_of(fd), at, body, n);
    return n;
}

ssize_t pwrite(int fd, const void *body, size_t len, off_t at) {
    if (!is_watched(fd)) return REAL(pwrite)(fd, body, len, at);
    GATED(ssize_t, written(fd, body, len, at));
}

ssize_t pwrite64(int fd, const void *body, size_t len, off64_t at) {
    return pwrite(fd, body, len, at);
}

static ssize_t appended(int fd, const void *body, size_t len) {
    if (is_short() && len > 1 && fails(GROWS)) len /= 2;
    else if (!is_short() && fails(GROWS)) return -1;
    ssize_t n = REAL(write)(fd, body, len);
    if (n > 0) note(WRITE, 0, inode_of(fd), lseek(fd, 0, SEEK_CUR) - n, body, n);
    return n;
}

ssize_t write(int fd, const void *body, size_t len) {
    if (!is_watched(fd)) return REAL(write)(fd, body, len);
    GATED(ssize_t, appended(fd, body, len));
}

ssize_t writev(int fd, const struct iovec *parts, int n_parts) {
    if (!is_watched(fd)) return REAL(writev)(fd, parts, n_parts);
    ssize_t sum = 0;
    for (int i = 0; i < n_parts; i++) {
        ssize_t n = write(fd, parts[i].iov_base, parts[i].iov_len);
        if (n < 0) return sum ? sum : n;
        sum += n;
        if ((size_t)n < parts[i].iov_len) break;
    }
    return sum;
}

ssize_t read(int fd, void *body, size_t len) {
    if (is_watched(fd) && ctl && fails(READS)) return -1;
    return REAL(read)(fd, body, len);
}

ssize_t pread(int fd, void *body, size_t len, off_t at) {
    if (is_watched(fd) && ctl && fails(READS)) return -1;
    return REAL(pread)(fd, body, len, at);
}

ssize_t pread64(int fd, void *body, size_t len, off64_t at) {
    return pread(fd, body, len, at);
}

static int cut(int fd, off_t len) {
    if (fails(OTHER)) return -1;
    int end = REAL(ftruncate)(fd, len);
    if (!end) note(TRUNCATE, 0, inode_of(fd), len, "", 0);
    return end;
}

int ftruncate(int fd, off_t len) {
    if (!is_watched(fd)) return REAL(ftruncate)(fd, len);
    GATED(int, cut(fd, len));
}

int ftruncate64(int fd, off64_t len) {
    return ftruncate(fd, len);
}

static int synced(int (*make)(int), int fd) {
    if (fails(SYNCS)) return -1;
    int end = make(fd);
    if (!end) note(SYNC, 0, inode_of(fd), 0, "", 0);
    return end;
}

int fsync(int fd) {
    if (!is_watched(fd)) return REAL(fsync)(fd);
    GATED(int, synced(REAL(fsync), fd));
}

int fdatasync(int fd) {
    if (!is_watched(fd)) return REAL(fdatasync)(fd);
    GATED(int, synced(REAL(fdatasync), fd));
}

static int renamed(const char *one, const char *two) {
    if (fails(NAMES)) return -1;
    int end = REAL(rename)(one, two);
    if (!end) note_names(RENAME, one, two);
    return end;
}

int rename(const char *one, const char *two) {
    if (!is_ours(two)) return REAL(rename)(one, two);
    GATED(int, renamed(one, two));
}

static int linked(const char *one, const char *two) {
    if (fails(NAMES)) return -1;
    int end = REAL(link)(one, two);
    if (!end) note_names(LINK, one, two);
    return end;
}

int link(const char *one, const char *two) {
    if (!is_ours(two)) return REAL(link)(one, two);
    GATED(int, linked(one, two));
}

int linkat(int from, const char *one, int to, const char *two, int flags) {
    if (!is_ours(two)) return REAL(linkat)(from, one, to, two, flags);
    return link(one, two);
}

static int unlinked(const char *path) {
    if (fails(OTHER)) return -1;
    int end = REAL(unlink)(path);
    if (!end) note(UNLINK, 0, 0, 0, path, strlen(path));
    return end;
}

int unlink(const char *path) {
    if (!is_ours(path)) return REAL(unlink)(path);
    GATED(int, unlinked(path));
}

static int made(const char *path, mode_t mode) {
    if (fails(NAMES)) return -1;
    int end = REAL(mkdir)(path, mode);
    if (!end) note(MKDIR, 0, 0, 0, path, strlen(path));
    return end;
}

int mkdir(const char *path, mode_t mode) {
    if (!is_ours(path)) return REAL(mkdir)(path, mode);
    GATED(int, made(path, mode));
}
