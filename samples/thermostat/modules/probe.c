// SPDX-License-Identifier: EPL-2.0
/* Reads the temperature of the room. */
#include <thingspire.h>

enum { TEMPERATURE = 0 }; /* the sensor's channel in the topology */

/* How many readings wait to be read. */
TS_EXPORT("thermostat:climate/probe#pending")
int pending(void)
{
    return ts_sensor_pending(TEMPERATURE);
}

/* The oldest unread temperature, in degrees Celsius. */
TS_EXPORT("thermostat:climate/probe#read")
float read(void)
{
    return ts_sensor_read(TEMPERATURE);
}
