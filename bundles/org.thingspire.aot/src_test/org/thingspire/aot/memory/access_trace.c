// SPDX-License-Identifier: EPL-2.0
/*
 * Calls functions about accesses with addresses inside and outside of memory, and compares what they did with their twins, which say what
 * they access. What is accessed inside is seen by protecting memory and letting single instructions through.
 */

enum { PAGE = 65536, OWN = 4096, USED = OWN * (ADDRESSES + 1), MOST = 256, TRACE_FLAG = 0x100, ERROR_IS_WRITE = 2 };
enum { ROUNDS = 3, ROUND = 64 }; /* of loops: at most, and how many bytes one may go ahead */

typedef struct site {
    uint8_t address;
    uint16_t offset;
    uint8_t bytes, is_store;
} site;

typedef struct version {
    const char *name;
    uint8_t *memory;
    void (*initialize)(void);
    void (*reset)(void);
    void (*show)(void);
    void (*const *functions)(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t);
} version;

typedef struct sites {
    int count;
    const site *all;
} sites;

/* An access that was done: its place in memory. */
typedef struct done {
    uint64_t place;
    uint8_t visit; /* its number, and how often it was done before; unknown when it was seen and not logged */
    bool is_store;
} done;

typedef struct list {
    int count;
    done all[MOST];
} list;

static list logged, seen;
static const site *current;
static uint8_t *traced;
static uint64_t fault;
static bool is_fault_of_store;
static uint32_t arguments[ADDRESSES + 1];
static int function_number;
static const version *called;
static uint8_t before[PAGE];
static long runs, faults, checks, traces, differences;

static void add(list *list, done entry) {
    if (list->count < MOST) {
        list->all[list->count++] = entry;
    }
}

static const site *site_of(const done *entry) {
    return &current[entry->visit / ROUNDS];
}

uint32_t trace_log(uint32_t number, uint32_t index) {
    uint8_t visit = (uint8_t)(number * ROUNDS);
    for (int i = 0; i < logged.count; i++) {
        visit += site_of(&logged.all[i]) == &current[number];
    }
    add(&logged, (done){ (uint64_t)index + current[number].offset, visit, current[number].is_store });
    return index;
}

static void on_fault(int number, siginfo_t *info, void *context) {
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    uint64_t place = (uint64_t)info->si_addr - (uint64_t)called->memory;
    if (number == SIGTRAP) {
        registers[REG_EFL] &= ~TRACE_FLAG;
        mprotect(traced, PAGE, PROT_NONE);
    } else if (number == SIGSEGV && traced != NULL && place < PAGE) {
        add(&seen, (done){ place, 0, (registers[REG_ERR] & ERROR_IS_WRITE) != 0 });
        registers[REG_EFL] |= TRACE_FLAG;
        mprotect(traced, PAGE, PROT_READ | PROT_WRITE);
    } else {
        fault = number == SIGSEGV ? place : UINT64_MAX;
        is_fault_of_store = (registers[REG_ERR] & ERROR_IS_WRITE) != 0;
        on_trap(number, info, context);
    }
}

static void call(void) {
    const uint32_t *a = arguments;
    called->functions[function_number](a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
}

/* What functions access: the first bytes, where they show their results, a part for each address, and the end. */
static void fill(uint8_t *memory) {
    memcpy(memory, before, USED);
    memcpy(memory + PAGE - OWN, before + PAGE - OWN, OWN);
}

static bool is_equal(const uint8_t *a, const uint8_t *b) {
    return memcmp(a, b, USED) == 0 && memcmp(a + PAGE - OWN, b + PAGE - OWN, OWN) == 0;
}

static int run(const version *version) {
    called = version;
    fill(version->memory);
    version->reset();
    fault = UINT64_MAX;
    int kind = trapped(call);
    version->show();
    return kind;
}

static bool differs(const char *how) {
    differences++;
    printf("%s f%d (0x%x, 0x%x, 0x%x, 0x%x, 0x%x, 0x%x, %u) %s\n", called->name, function_number, arguments[0], arguments[1],
           arguments[2], arguments[3], arguments[4], arguments[5], arguments[6], how);
    return true;
}

/*
 * What an access ended the function by: its own fault, its check, or another one's fault, which stands for its check as well. A loop that
 * was unrolled may have a check in one round and none in the other.
 */
enum { OWN_FAULT = 1, CHECK = 2, OTHER_FAULT = 4 };
static uint8_t ways[VERSIONS][MOST]; /* by visit */

static bool ends_differently(const version *twin, int expected, const version *version, uint8_t ways[]) {
    int kind = run(version);
    runs++;
    if (kind != expected) {
        char how[80];
        snprintf(how, sizeof how, "ends with %d, not %d", kind, expected);
        return differs(how);
    }
    if (!is_equal(version->memory, twin->memory)) {
        return differs("leaves something else in memory or globals");
    }
    if (kind == OUT_OF_BOUNDS_MEMORY) {
        done last = logged.all[logged.count - 1];
        faults += fault != UINT64_MAX;
        checks += fault == UINT64_MAX;
        if (fault == UINT64_MAX) {
            ways[last.visit] |= CHECK;
        } else if (last.place >= PAGE) {
            ways[last.visit] |= fault == last.place && is_fault_of_store == last.is_store ? OWN_FAULT : OTHER_FAULT;
        }
    }
    return false;
}

static int count(const list *list, const done *entry) {
    int count = 0;
    for (int i = 0; i < list->count; i++) {
        count += list->all[i].place == entry->place && list->all[i].is_store == entry->is_store;
    }
    return count;
}

/* Whether the module accesses it, or the place is where functions show their results. */
static bool is_expected(const done *entry) {
    for (int i = 0; i < logged.count; i++) {
        if (entry->place - logged.all[i].place < site_of(&logged.all[i])->bytes) {
            return true;
        }
    }
    return entry->place < OWN;
}

/* When it was seen, if it stands for a check and was done once; else -1. */
static int seen_once(const done *entry, const uint8_t ways[]) {
    if (ways[entry->visit] != OWN_FAULT || count(&logged, entry) != 1) {
        return -1;
    }
    int at = 0;
    while (seen.all[at].place != entry->place || seen.all[at].is_store != entry->is_store) {
        at++;
    }
    return at;
}

/* Of accesses that stand for a check: each is done, not more often than the module says, and on the same side of stores. */
static bool accesses_differ(const uint8_t ways[]) {
    for (int i = 0; i < seen.count; i++) {
        if (!is_expected(&seen.all[i])) {
            return differs("accesses what the module does not");
        }
    }
    for (int i = 0; i < logged.count; i++) {
        const done *entry = &logged.all[i];
        int times = count(&seen, entry);
        if (ways[entry->visit] == OWN_FAULT && (times < 1 || times > count(&logged, entry))) {
            char how[80];
            snprintf(how, sizeof how, "does access %d, round %d, %d times", entry->visit / ROUNDS, entry->visit % ROUNDS, times);
            return differs(how);
        }
    }
    for (int i = 0; i < logged.count; i++) {
        for (int j = 0; j < i; j++) {
            bool is_ordered = logged.all[i].is_store || logged.all[j].is_store;
            int second = seen_once(&logged.all[i], ways);
            if (is_ordered && second >= 0 && seen_once(&logged.all[j], ways) > second) {
                return differs("does accesses in another order");
            }
        }
    }
    return false;
}

static bool traces_differ(const version *version, const uint8_t ways[]) {
    called = version;
    fill(version->memory);
    version->reset();
    seen.count = 0;
    traced = version->memory;
    mprotect(traced, PAGE, PROT_NONE);
    int kind = trapped(call);
    mprotect(traced, PAGE, PROT_READ | PROT_WRITE);
    traced = NULL;
    traces++;
    return kind != 0 ? differs("traps when it is traced") : accesses_differ(ways);
}

/* Runs the twin and those versions in which nothing was found yet. */
static void try(const version versions[], bool found[], bool traces) {
    logged.count = 0;
    int expected = run(&versions[TWIN]);
    for (int i = TWIN + 1; i < VERSIONS; i++) {
        if (traces && expected == 0) {
            found[i] = found[i] || traces_differ(&versions[i], ways[i]);
        } else if (!traces) {
            found[i] = found[i] || ends_differently(&versions[TWIN], expected, &versions[i], ways[i]);
        }
    }
}

static void stay_inside(void) {
    for (int i = 0; i < ADDRESSES; i++) {
        arguments[i] = (uint32_t)(OWN * (i + 1) + 64 * i);
    }
}

/* Each access in turn just outside and sometimes just inside, in each round; each address far outside, some at once. */
static void try_all(const version versions[], sites function, uint32_t decision, bool found[]) {
    static const uint32_t far[] = { PAGE, 0x80000000, (uint32_t)-16 };
    arguments[ADDRESSES] = decision;
    for (int i = 0; i < function.count; i++) {
        const site *site = &function.all[i];
        for (uint32_t round = 0; round < ROUNDS; round++) {
            stay_inside();
            arguments[site->address] = PAGE - site->bytes - site->offset - round * ROUND + (((uint32_t)i + decision) % 4 != 0);
            try(versions, found, false);
        }
    }
    for (int i = 0; i < ADDRESSES; i++) {
        stay_inside();
        arguments[i] = far[(i + (int)decision) % 3];
        try(versions, found, false);
        arguments[(i * 5 + (int)decision) % ADDRESSES] = PAGE;
        try(versions, found, false);
    }
}

static void compare(const version versions[], const sites *functions, int count) {
    for (int i = 0; i < VERSIONS; i++) {
        versions[i].initialize();
    }
    for (function_number = 0; function_number < count; function_number++) {
        bool found[VERSIONS] = { false };
        current = functions[function_number].all;
        for (uint32_t decision = 0; decision < 1 << DECISIONS; decision++) {
            /* By another way an access may need no check, and then nobody has to do it there. */
            memset(ways, 0, sizeof ways);
            try_all(versions, functions[function_number], decision, found);
            stay_inside();
            try(versions, found, true);
        }
    }
}

static void begin(void) {
    struct sigaction action = { .sa_sigaction = on_fault, .sa_flags = SA_SIGINFO };
    sigaction(SIGILL, &action, NULL);
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGTRAP, &action, NULL);
    sigaction(SIGFPE, &action, NULL);
    for (int i = 0; i < PAGE; i++) {
        before[i] = (uint8_t)(i * 7 % 61);
    }
}

static void end(void) {
    printf("%ld runs, %ld ended by accesses, %ld by checks, %ld traces, %ld differ\n", runs, faults, checks, traces, differences);
}
