// SPDX-License-Identifier: EPL-2.0
#include "descriptors.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host/errno.h"
#include "host/files.h"
#include "memory.h"

#define MAX_OPEN 64                   /* in all modules of the node */

typedef struct descriptor {
    ts_instance *owner;                /* NULL: free */
    uint32_t number;
    int host;
} descriptor;

static const char *folder;
/* Guards the table; a module's own rows change only through itself. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static descriptor table[MAX_OPEN];

bool ts_files_assign(const char *named) {
    folder = named;
    return named[0] != '\0';
}

static descriptor *find(const ts_instance *owner, uint32_t number) {
    for (descriptor *each = table; each < table + MAX_OPEN; each++) {
        if (each->owner == owner && each->number == number) {
            return each;
        }
    }
    return NULL;
}

static descriptor *free_row(void) {
    for (descriptor *each = table; each < table + MAX_OPEN; each++) {
        if (each->owner == NULL) {
            return each;
        }
    }
    return NULL;
}

static uint32_t add(ts_instance *owner, uint32_t number, int host) {
    descriptor *row = free_row();
    if (row == NULL) {
        close(host);
        return WASI_MFILE;
    }
    *row = (descriptor){ owner, number, host };
    return WASI_SUCCESS;
}

static int open_folder(int below, const char *name) {
    mkdirat(below, name, 0777);
    return openat(below, name, O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
}

/* The module's own folder: names of modules hold nothing that a path could make something of. */
static bool open_own(ts_instance *owner) {
    mkdir(folder, 0777);
    int all = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int own = all < 0 ? -1 : open_folder(all, owner->module->name);
    if (all >= 0) {
        close(all);
    }
    return own >= 0 && add(owner, TS_FILES_FIRST, own) == WASI_SUCCESS;
}

int ts_descriptor(ts_instance *owner, uint32_t fd) {
    pthread_mutex_lock(&lock);
    descriptor *row = find(owner, fd);
    if (row == NULL && fd == TS_FILES_FIRST && folder != NULL && open_own(owner)) {
        row = find(owner, fd);
    }
    int host = row == NULL ? -1 : row->host;
    pthread_mutex_unlock(&lock);
    return host;
}

uint32_t ts_descriptor_add(ts_instance *owner, int host, uint32_t *fd) {
    pthread_mutex_lock(&lock);
    uint32_t number = TS_FILES_FIRST + 1;
    while (find(owner, number) != NULL) {
        number++;
    }
    uint32_t error = add(owner, number, host);
    pthread_mutex_unlock(&lock);
    *fd = number;
    return error;
}

bool ts_files_available(ts_instance *owner) {
    return ts_descriptor(owner, TS_FILES_FIRST) >= 0;
}

uint32_t ts_files_close(ts_instance *owner, uint32_t fd) {
    pthread_mutex_lock(&lock);
    descriptor *row = find(owner, fd);
    if (row != NULL) {
        close(row->host);
        row->owner = NULL;
    }
    pthread_mutex_unlock(&lock);
    return row == NULL ? WASI_BADF : WASI_SUCCESS;
}

/* A module that begins anew has nothing open. */
void ts_descriptors_reset(const uint8_t *memory) {
    pthread_mutex_lock(&lock);
    for (descriptor *each = table; each < table + MAX_OPEN; each++) {
        if (each->owner != NULL && each->owner->module->memory == memory) {
            close(each->host);
            each->owner = NULL;
        }
    }
    pthread_mutex_unlock(&lock);
}
