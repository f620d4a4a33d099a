// SPDX-License-Identifier: EPL-2.0
/* PID controllers, each of which holds a simulated room at its temperature. */
enum { ROOMS = 8, STEPS = 600 };

typedef struct pid {
    float kp, ki, kd;
    float integral, previous, smallest, largest;
} pid;

typedef struct room {
    float temperature, wanted, outside, leak, gain;
    pid controller;
} room;

static room rooms[ROOMS];

static float clamp(float value, float smallest, float largest) {
    return value < smallest ? smallest : value > largest ? largest : value;
}

/* Anti-windup by clamping; the derivative is that of the measured value, so that a new set point gives no kick. */
static float control(pid *c, float wanted, float measured, float seconds) {
    float error = wanted - measured;
    c->integral = clamp(c->integral + c->ki * error * seconds, c->smallest, c->largest);
    float derivative = (measured - c->previous) / seconds;
    c->previous = measured;
    return clamp(c->kp * error + c->integral - c->kd * derivative, c->smallest, c->largest);
}

static void simulate(room *r, float seconds) {
    float power = control(&r->controller, r->wanted, r->temperature, seconds);
    r->temperature += seconds * (r->gain * power - r->leak * (r->temperature - r->outside));
}

int kernel(void) {
    for (int i = 0; i < ROOMS; i++) {
        rooms[i] = (room){
            .temperature = 12.0f + (float)i,
            .wanted = 20.0f + 0.5f * (float)i,
            .outside = -5.0f,
            .leak = 0.002f,
            .gain = 0.03f,
            .controller = { .kp = 2.0f, .ki = 0.01f, .kd = 4.0f, .smallest = 0.0f, .largest = 10.0f },
        };
    }
    for (int step = 0; step < STEPS; step++) {
        for (int i = 0; i < ROOMS; i++) {
            simulate(&rooms[i], 0.5f);
        }
    }
    float sum = 0;
    for (int i = 0; i < ROOMS; i++) {
        sum += rooms[i].temperature;
    }
    return (int)(sum * 1000.0f);
}
