// SPDX-License-Identifier: EPL-2.0
/* A subject that is called, and that calls: what a call costs beyond one between two C files shows in the difference. */
#ifdef __wasm__
__attribute__((import_module("env"), import_name("host")))
#endif
int host(int value);

int callee(int value) {
    return value + 1;
}

int caller(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
        value = host(value);
    }
    return value;
}
