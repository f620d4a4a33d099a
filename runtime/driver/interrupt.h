// SPDX-License-Identifier: EPL-2.0
#pragma once

/* What drivers ask of the interrupt controller. A disabled interrupt stays pending. By number, as in board.json. */
void ts_interrupt_enable(unsigned interrupt);
void ts_interrupt_disable(unsigned interrupt);
