/*
 * A disk that can fail, for tests. Two programs from one source:
 *
 *   gcc -shared -fPIC -O2 -o powerloss.so powerloss.c -ldl      preloaded into the process under test
 *   gcc -DREBUILD -O2 -o powerloss powerloss.c                  run after the process was killed
 *
 * The preloaded library follows every regular file below POWERLOSS_ROOT. With POWERLOSS_SHADOW it keeps a second copy of each file
 * as it was at its last fsync or fdatasync, and of each directory's names as they were at the directory's last fsync: what a machine
 * that obeys POSIX and nothing more would find after a power loss. fsync itself is not passed on: the page cache survives SIGKILL.
 * With POWERLOSS_CONTROL (a file of 16 little-endian 32-bit numbers, see enum control) it makes calls fail while the process runs;
 * writes that fail with EROFS make opening for writing fail as well.
 *
 * The second program writes the directory that the power loss leaves:
 *
 *   powerloss SHADOW LIVE OUT names|nonames drop|tear SEED
 *
 * "names": new names, renames and removals are taken as durable at once, as on ext4 with data=ordered; "nonames": only after an
 * fsync of the directory. "drop": nothing written since the last fsync is there; "tear": a random half of the 4 KiB sectors written
 * since is there, one of them torn at a multiple of 512 bytes.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static void die(const char *what) {
    fprintf(stderr, "powerloss: %s: %s\n", what, strerror(errno));
    abort();
}

#ifndef REBUILD
#include <dlfcn.h>
#include <pthread.h>

enum kind { DATABASE = 1, LOG = 2, INDEX = 4, OTHER = 8, SHARED_MEMORY = 16 };

enum control {
    KINDS,            /* which files the failures below are for: a sum of enum kind */
    FSYNCS,           /* fsyncs of such files seen */
    FSYNC_FAILS_AT,   /* the fsync that fails with EIO, once; what it should have made durable never is */
    WRITES,           /* writes and truncations seen */
    WRITE_FAILS_FROM, /* the first write that fails */
    WRITE_FAILURES,   /* how many fail */
    WRITE_ERROR,      /* with which errno */
    READS,            /* reads seen */
    READ_FAILS_FROM,  /* the first read that fails with EIO */
    READ_FAILURES,    /* how many fail */
    FAILED,           /* calls that were made to fail */
    DIES_AT,          /* the write before which the process is killed with SIGKILL */
    CONTROLS = 16
};

struct range { off_t from, to; };

struct file {
    dev_t dev;
    ino_t ino;
    long id;          /* name of its copy in the shadow */
    int kind;
    off_t cut;        /* smallest size it was cut to since its last fsync, or -1 */
    struct range *dirty;
    size_t count, room;
};

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwritev)(int, const struct iovec *, int, off_t);
static ssize_t (*real_read)(int, void *, size_t);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_fsync)(int);
static int (*real_open)(const char *, int, ...);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

static pthread_mutex_t gate = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char root[PATH_MAX], shadow[PATH_MAX];
static volatile int32_t *control;
static struct file *files;
static size_t fileCount, fileRoom;
static long nextId = 1;
static int ready;

static int kind_of(const char *path) {
    size_t n = strlen(path);
    if (n > 4 && !strcmp(path + n - 4, "-shm"))
        return SHARED_MEMORY;
    if (n > 4 && !strcmp(path + n - 4, "-wal"))
        return LOG;
    if (n > 3 && !strcmp(path + n - 3, ".db"))
        return DATABASE;
    return strstr(path + strlen(root), "/index/") ? INDEX : OTHER;
}

static void shadow_path(char *to, long id) { snprintf(to, PATH_MAX, "%s/%ld", shadow, id); }

/* The mapping from inode to copy is appended to a file, so that the second program has it. */
static void note_inode(struct file *file) {
    char path[PATH_MAX], line[80];
    snprintf(path, sizeof path, "%s/inodes", shadow);
    int out = real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    int n = snprintf(line, sizeof line, "%lu %ld\n", (unsigned long)file->ino, file->id);
    if (out < 0 || real_write(out, line, n) != n)
        die("inodes");
    close(out);
}

static struct file *add(const struct stat *st, const char *path) {
    if (fileCount == fileRoom) {
        fileRoom = fileRoom ? 2 * fileRoom : 256;
        files = realloc(files, fileRoom * sizeof *files);
    }
    struct file *file = &files[fileCount++];
    memset(file, 0, sizeof *file);
    file->dev = st->st_dev;
    file->ino = st->st_ino;
    file->kind = kind_of(path);
    file->cut = -1;
    file->id = nextId++;
    if (shadow[0])
        note_inode(file);
    return file;
}

static struct file *known(const struct stat *st) {
    for (size_t i = fileCount; i-- > 0;)
        if (files[i].ino == st->st_ino && files[i].dev == st->st_dev)
            return &files[i];
    return NULL;
}

static void forget(const char *path) {
    struct stat st;
    if (stat(path, &st) || st.st_nlink > 1)
        return;
    struct file *file = known(&st);
    if (!file)
        return;
    free(file->dirty);
    *file = files[--fileCount];
}

static int below_root(const char *path) {
    size_t n = strlen(root);
    return n && !strncmp(path, root, n) && (path[n] == '/' || path[n] == 0);
}

/* The file of a descriptor, or NULL when it is none that is followed. */
static struct file *of(int fd) {
    struct stat st;
    char link[64], path[PATH_MAX];
    if (!ready || fstat(fd, &st) || !S_ISREG(st.st_mode))
        return NULL;
    struct file *file = known(&st);
    if (!file) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(link, path, sizeof path - 1);
        if (n <= 0)
            return NULL;
        path[n] = 0;
        if (!below_root(path))
            return NULL;
        file = add(&st, path);
    }
    return file;
}

static void mark(struct file *file, off_t from, off_t to) {
    if (!shadow[0] || file->kind == SHARED_MEMORY)
        return;
    if (file->count && file->dirty[file->count - 1].to == from) {
        file->dirty[file->count - 1].to = to;
        return;
    }
    if (file->count == file->room) {
        file->room = file->room ? 2 * file->room : 64;
        file->dirty = realloc(file->dirty, file->room * sizeof *file->dirty);
    }
    file->dirty[file->count++] = (struct range){from, to};
}

static void cut(struct file *file, off_t size) {
    if (file->cut < 0 || size < file->cut)
        file->cut = size;
}

static void copy(int from, int to, off_t start, off_t end) {
    char buffer[65536];
    while (start < end) {
        size_t want = end - start < (off_t)sizeof buffer ? (size_t)(end - start) : sizeof buffer;
        ssize_t n = real_pread(from, buffer, want, start);
        if (n <= 0)
            return;
        if (real_pwrite(to, buffer, n, start) != n)
            die("shadow");
        start += n;
    }
}

static void make_durable(struct file *file, int fd) {
    char path[PATH_MAX];
    struct stat st;
    shadow_path(path, file->id);
    int out = real_open(path, O_RDWR | O_CREAT, 0600);
    if (out < 0 || fstat(fd, &st))
        die("shadow");
    /* The descriptor may be write-only. */
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    int in = real_open(link, O_RDONLY);
    if (file->cut >= 0 && real_ftruncate(out, file->cut))
        die("shadow");
    for (size_t i = 0; i < file->count && in >= 0; i++)
        copy(in, out, file->dirty[i].from, file->dirty[i].to);
    if (real_ftruncate(out, st.st_size))
        die("shadow");
    close(in);
    close(out);
    file->count = 0;
    file->cut = -1;
}

/* Writes the names of a directory as they are now: "id name" lines in SHADOW/names (root) or SHADOW/names.SUB. */
static void make_names_durable(const char *directory) {
    char path[PATH_MAX], temporary[PATH_MAX], full[PATH_MAX], line[PATH_MAX + 32];
    const char *sub = directory + strlen(root);
    snprintf(path, sizeof path, "%s/names%s%s", shadow, *sub ? "." : "", *sub ? sub + 1 : "");
    snprintf(temporary, sizeof temporary, "%s.part", path);
    int out = real_open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    DIR *listing = opendir(directory);
    if (out < 0 || !listing)
        die("names");
    for (struct dirent *entry; (entry = readdir(listing));) {
        struct stat st;
        snprintf(full, sizeof full, "%s/%s", directory, entry->d_name);
        if (stat(full, &st) || !S_ISREG(st.st_mode))
            continue;
        struct file *file = known(&st);
        if (!file)
            file = add(&st, full);
        int n = snprintf(line, sizeof line, "%ld %s\n", file->id, entry->d_name);
        if (real_write(out, line, n) != n)
            die("names");
    }
    closedir(listing);
    close(out);
    if (real_rename(temporary, path))
        die("names");
}

/* All that is there at the start is durable. */
static void take_in(const char *directory) {
    char full[PATH_MAX];
    DIR *listing = opendir(directory);
    if (!listing)
        die(directory);
    for (struct dirent *entry; (entry = readdir(listing));) {
        struct stat st;
        snprintf(full, sizeof full, "%s/%s", directory, entry->d_name);
        if (entry->d_name[0] == '.' || stat(full, &st))
            continue;
        if (S_ISDIR(st.st_mode)) {
            take_in(full);
        } else if (S_ISREG(st.st_mode)) {
            struct file *file = add(&st, full);
            int in = real_open(full, O_RDONLY);
            if (in < 0)
                die(full);
            mark(file, 0, st.st_size);
            make_durable(file, in);
            close(in);
        }
    }
    closedir(listing);
    make_names_durable(directory);
}

__attribute__((constructor)) static void start(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_pwritev = dlsym(RTLD_NEXT, "pwritev64");
    real_read = dlsym(RTLD_NEXT, "read");
    real_pread = dlsym(RTLD_NEXT, "pread64");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_rename = dlsym(RTLD_NEXT, "rename");
    const char *wanted = getenv("POWERLOSS_ROOT"), *copies = getenv("POWERLOSS_SHADOW"), *numbers = getenv("POWERLOSS_CONTROL");
    if (!wanted || !realpath(wanted, root))
        return;
    if (numbers) {
        int fd = real_open(numbers, O_RDWR);
        control = fd < 0 ? MAP_FAILED : mmap(NULL, CONTROLS * sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (control == MAP_FAILED)
            die(numbers);
        close(fd);
    }
    if (copies) {
        snprintf(shadow, sizeof shadow, "%s", copies);
        take_in(root);
    }
    ready = 1;
}

static int fails(struct file *file, int seen, int from, int many) {
    if (!control || !(control[KINDS] & file->kind))
        return 0;
    int n = ++control[seen];
    int first = control[from];
    if (seen == WRITES && n == control[DIES_AT])
        kill(getpid(), SIGKILL);
    if (first == 0 || n < first || n - first >= (many < 0 ? 1 : control[many]))
        return 0;
    control[FAILED]++;
    return 1;
}

static int write_fails(struct file *file) {
    if (!fails(file, WRITES, WRITE_FAILS_FROM, WRITE_FAILURES))
        return 0;
    errno = control[WRITE_ERROR];
    return 1;
}

#define WITH_FILE(fd) \
    pthread_mutex_lock(&gate); \
    struct file *file = of(fd)
#define LEAVE(type, value) \
    do { \
        type result_ = (value); \
        int error_ = errno; \
        pthread_mutex_unlock(&gate); \
        errno = error_; \
        return result_; \
    } while (0)

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) {
    WITH_FILE(fd);
    if (file && write_fails(file))
        LEAVE(ssize_t, -1);
    ssize_t n = real_pwrite(fd, bytes, count, at);
    if (file && n > 0)
        mark(file, at, at + n);
    LEAVE(ssize_t, n);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return pwrite64(fd, bytes, count, at); }

ssize_t write(int fd, const void *bytes, size_t count) {
    if (!ready)
        return real_write ? real_write(fd, bytes, count) : ((ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write"))(fd, bytes, count);
    WITH_FILE(fd);
    if (!file) {
        /* A pipe may block: not under the lock. */
        pthread_mutex_unlock(&gate);
        return real_write(fd, bytes, count);
    }
    if (write_fails(file))
        LEAVE(ssize_t, -1);
    ssize_t n = real_write(fd, bytes, count);
    off_t end = lseek(fd, 0, SEEK_CUR);
    if (n > 0)
        mark(file, end - n, end);
    LEAVE(ssize_t, n);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
    WITH_FILE(fd);
    if (!file) {
        pthread_mutex_unlock(&gate);
        return real_writev(fd, parts, count);
    }
    if (write_fails(file))
        LEAVE(ssize_t, -1);
    ssize_t n = real_writev(fd, parts, count);
    off_t end = lseek(fd, 0, SEEK_CUR);
    if (n > 0)
        mark(file, end - n, end);
    LEAVE(ssize_t, n);
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) {
    WITH_FILE(fd);
    if (file && write_fails(file))
        LEAVE(ssize_t, -1);
    ssize_t n = real_pwritev(fd, parts, count, at);
    if (file && n > 0)
        mark(file, at, at + n);
    LEAVE(ssize_t, n);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) { return pwritev64(fd, parts, count, at); }

int ftruncate64(int fd, off_t size) {
    WITH_FILE(fd);
    if (file && write_fails(file))
        LEAVE(int, -1);
    int result = real_ftruncate(fd, size);
    if (file && result == 0)
        cut(file, size);
    LEAVE(int, result);
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

ssize_t pread64(int fd, void *bytes, size_t count, off_t at) {
    WITH_FILE(fd);
    int failed = file && fails(file, READS, READ_FAILS_FROM, READ_FAILURES);
    pthread_mutex_unlock(&gate);
    if (failed) {
        errno = EIO;
        return -1;
    }
    return real_pread(fd, bytes, count, at);
}

ssize_t pread(int fd, void *bytes, size_t count, off_t at) { return pread64(fd, bytes, count, at); }

int fsync(int fd) {
    struct stat st;
    char link[64], path[PATH_MAX];
    WITH_FILE(fd);
    if (file) {
        if (fails(file, FSYNCS, FSYNC_FAILS_AT, -1)) {
            /* As Linux does: the pages are marked clean, a second fsync would succeed and the data be lost. */
            file->count = 0;
            file->cut = -1;
            errno = EIO;
            LEAVE(int, -1);
        }
        if (shadow[0])
            make_durable(file, fd);
        LEAVE(int, 0);
    }
    if (ready && shadow[0] && !fstat(fd, &st) && S_ISDIR(st.st_mode)) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(link, path, sizeof path - 1);
        if (n > 0 && (path[n] = 0, below_root(path))) {
            make_names_durable(path);
            LEAVE(int, 0);
        }
    }
    pthread_mutex_unlock(&gate);
    return real_fsync(fd);
}

int fdatasync(int fd) { return fsync(fd); }

static int opened(const char *path, int flags, int mode) {
    /* A file system that became read-only opens nothing for writing. */
    if (ready && control && control[WRITE_FAILS_FROM] && control[WRITE_ERROR] == EROFS && (flags & (O_WRONLY | O_RDWR)) && below_root(path)) {
        errno = EROFS;
        return -1;
    }
    int fd = real_open(path, flags, mode);
    if (ready && fd >= 0 && (flags & O_TRUNC)) {
        pthread_mutex_lock(&gate);
        struct file *file = of(fd);
        if (file)
            cut(file, 0);
        pthread_mutex_unlock(&gate);
    }
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; \
        va_start(more, flags); \
        int mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, int) : 0; \
        va_end(more); \
        if (!real_open) \
            real_open = dlsym(RTLD_NEXT, "open64"); \
        return opened(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

int unlink(const char *path) {
    pthread_mutex_lock(&gate);
    if (ready)
        forget(path);
    int result = real_unlink ? real_unlink(path) : unlinkat(AT_FDCWD, path, 0);
    LEAVE(int, result);
}

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&gate);
    if (ready)
        forget(to);
    int result = real_rename ? real_rename(from, to) : renameat(AT_FDCWD, from, AT_FDCWD, to);
    LEAVE(int, result);
}

#else /* REBUILD */

enum { SECTOR = 4096, PART = 512 };

static uint64_t random_state;

static uint32_t next_random(void) {
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(random_state >> 33);
}

static unsigned char *read_all(const char *path, size_t *size) {
    struct stat st;
    int fd = open(path, O_RDONLY);
    *size = 0;
    if (fd < 0 || fstat(fd, &st))
        return calloc(1, 1);
    unsigned char *bytes = calloc(1, st.st_size + 1);
    while (*size < (size_t)st.st_size) {
        ssize_t n = read(fd, bytes + *size, st.st_size - *size);
        if (n <= 0)
            break;
        *size += n;
    }
    close(fd);
    return bytes;
}

static void write_all(const char *path, const unsigned char *bytes, size_t size) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0)
        die(path);
    for (size_t done = 0; done < size;) {
        ssize_t n = write(fd, bytes + done, size - done);
        if (n <= 0)
            die(path);
        done += n;
    }
    close(fd);
}

static long id_of(const char *shadow, ino_t ino) {
    char path[PATH_MAX];
    unsigned long known;
    long id, found = 0;
    snprintf(path, sizeof path, "%s/inodes", shadow);
    FILE *in = fopen(path, "r");
    while (in && fscanf(in, "%lu %ld", &known, &id) == 2)
        if (known == ino)
            found = id;
    if (in)
        fclose(in);
    return found;
}

static void rebuild_file(const char *shadow, long id, const char *live, const char *out, int tear) {
    char path[PATH_MAX];
    size_t size, liveSize;
    snprintf(path, sizeof path, "%s/%ld", shadow, id);
    unsigned char *bytes = read_all(path, &size);
    if (tear && live) {
        unsigned char *now = read_all(live, &liveSize);
        size_t longer = liveSize > size ? liveSize : size;
        int keepsSize = next_random() & 1;
        bytes = realloc(bytes, longer + SECTOR);
        memset(bytes + size, 0, longer + SECTOR - size);
        int torn = 0;
        for (size_t at = 0; at < liveSize; at += SECTOR) {
            size_t n = liveSize - at < SECTOR ? liveSize - at : SECTOR;
            if (!memcmp(bytes + at, now + at, n))
                continue;
            uint32_t chance = next_random();
            if (!torn && (chance & 3) == 0) {
                torn = 1;
                size_t some = (next_random() % (SECTOR / PART)) * PART;
                n = n < some ? n : some;
            } else if (chance & 4) {
                continue;
            }
            memcpy(bytes + at, now + at, n);
            if (!keepsSize && at + n > size)
                size = at + n;
        }
        if (keepsSize)
            size = liveSize;
        free(now);
    }
    write_all(out, bytes, size);
    free(bytes);
}

static int is_shared_memory(const char *name) {
    size_t n = strlen(name);
    return n > 4 && !strcmp(name + n - 4, "-shm");
}

static void rebuild(const char *shadow, const char *live, const char *out, const char *sub, int names, int tear) {
    char path[PATH_MAX], target[PATH_MAX], name[PATH_MAX];
    if (mkdir(out, 0700) && errno != EEXIST)
        die(out);
    if (names) {
        DIR *listing = opendir(live);
        for (struct dirent *entry; listing && (entry = readdir(listing));) {
            struct stat st;
            if (entry->d_name[0] == '.')
                continue;
            snprintf(path, sizeof path, "%s/%s", live, entry->d_name);
            snprintf(target, sizeof target, "%s/%s", out, entry->d_name);
            if (stat(path, &st))
                continue;
            if (S_ISDIR(st.st_mode))
                rebuild(shadow, path, target, entry->d_name, names, tear);
            else if (S_ISREG(st.st_mode) && !is_shared_memory(entry->d_name))
                rebuild_file(shadow, id_of(shadow, st.st_ino), path, target, tear);
        }
        if (listing)
            closedir(listing);
        return;
    }
    snprintf(path, sizeof path, "%s/names%s%s", shadow, *sub ? "." : "", sub);
    FILE *in = fopen(path, "r");
    long id;
    while (in && fscanf(in, "%ld %[^\n]", &id, name) == 2) {
        struct stat st;
        snprintf(target, sizeof target, "%s/%s", out, name);
        snprintf(path, sizeof path, "%s/%s", live, name);
        if (is_shared_memory(name))
            continue;
        int same = !stat(path, &st) && id_of(shadow, st.st_ino) == id;
        rebuild_file(shadow, id, same ? path : NULL, target, tear);
    }
    if (in)
        fclose(in);
    if (!*sub) {
        snprintf(path, sizeof path, "%s/names.index", shadow);
        snprintf(target, sizeof target, "%s/index", out);
        snprintf(name, sizeof name, "%s/index", live);
        if (!access(path, R_OK))
            rebuild(shadow, name, target, "index", names, tear);
    }
}

int main(int count, char **words) {
    if (count != 7) {
        fprintf(stderr, "usage: powerloss SHADOW LIVE OUT names|nonames drop|tear SEED\n");
        return 2;
    }
    random_state = strtoull(words[6], NULL, 10) * 2654435761u + 1;
    next_random();
    rebuild(words[1], words[2], words[3], "", !strcmp(words[4], "names"), !strcmp(words[5], "tear"));
    return 0;
}
#endif
