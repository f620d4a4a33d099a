// SPDX-License-Identifier: EPL-2.0
#pragma once

/* Starts the host interfaces that have something to start: those that a module on this node imports. */
void ts_host_start(void);

/*
 * Weak where they are called: they are linked only together with their interface, from the runtime's archive, when
 * the wiring calls one of its functions.
 */
void ts_sensor_start(void) __attribute__((weak));
void ts_output_start(void) __attribute__((weak));
