// SPDX-License-Identifier: EPL-2.0

/* Two modules in miniature: control, which asks probe by way of the runtime. */

int read(int channel) __asm__("probe.read");
int read(int channel) {
    int degrees = 20 + channel;
    return degrees; /* measured */
}

int probe_read(int channel) __asm__("control.import.probe.read");

int update(int channel) __asm__("control.update");
int update(int channel) {
    int measured = probe_read(channel); /* asked */
    int doubled = measured * 2; /* decided */
    return doubled;
}
