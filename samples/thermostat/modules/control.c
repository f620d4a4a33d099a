// SPDX-License-Identifier: EPL-2.0
/* Decides when to heat: smooths the readings, then switches with hysteresis so that the relay doesn't chatter. */
#include <thingspire.h>

/* What the other modules offer, wherever they run. The build makes these
   headers from wit/climate.wit. */
#include "thermostat_climate_history.h"
#include "thermostat_climate_probe.h"
#include "thermostat_climate_relay.h"

static const float HEAT_BELOW = 19.5f; /* degrees Celsius */
static const float REST_ABOVE = 20.5f;
static const int WINDOW = 4; /* readings */

static float sum; /* of the last readings, as if all of them were equal to their mean */
static int readings;
static int heating;

static float smooth(float reading)
{
    if (readings < WINDOW) {
        readings++;
    } else {
        sum -= sum / (float)WINDOW;
    }
    sum += reading;
    return sum / (float)readings;
}

static void decide(float temperature)
{
    int wanted = heating ? temperature < REST_ABOVE : temperature < HEAT_BELOW;
    if (wanted == heating) {
        return;
    }
    heating = wanted;
    relay_set(heating);
    ts_log("heating %s at %.2f C, switched %d times", heating ? "on" : "off", (double)temperature, relay_switchings());
}

/* Called by the task `tick`: works off what the probe has read since the last time. */
TS_EXPORT("thermostat:climate/control#update")
void update(void)
{
    for (int waiting = probe_pending(); waiting > 0; waiting--) {
        float temperature = smooth(probe_read());
        decide(temperature);
        history_record(temperature, heating);
    }
}
