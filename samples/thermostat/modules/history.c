// SPDX-License-Identifier: EPL-2.0
/* Keeps statistics of what the thermostat did, and prints them. */
#include <thingspire.h>

static int samples;
static int heated;
static float lowest;
static float highest;
static double total;

/* temperature in degrees Celsius; heating is 0 or 1 */
TS_EXPORT("thermostat:climate/history#record")
void record(float temperature, int heating)
{
    if (samples == 0 || temperature < lowest) {
        lowest = temperature;
    }
    if (samples == 0 || temperature > highest) {
        highest = temperature;
    }
    samples++;
    heated += heating;
    total += (double)temperature;
}

/* Called by the task `report`. */
TS_EXPORT("thermostat:climate/history#report")
void report(void)
{
    if (samples == 0) {
        ts_log("no samples yet");
        return;
    }
    ts_log("%d samples, %.2f to %.2f C, mean %.2f C, heating %d%% of the time", samples, (double)lowest, (double)highest,
           total / samples, heated * 100 / samples);
}
