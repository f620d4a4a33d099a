// SPDX-License-Identifier: EPL-2.0
#include "host/start.h"

void ts_host_start(void) {
    if (ts_sensor_start) {
        ts_sensor_start();
    }
    if (ts_output_start) {
        ts_output_start();
    }
}
