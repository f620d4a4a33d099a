// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/** How much the compiler transforms the code; the names are clang's. Checks and their results are the same at every level. */
public enum Optimization {
    /** As written: every local stays in memory, stepping follows the source. */
    O0,
    O1,
    O2,
    O3,
    /** Like {@link #O2}, but smaller code wins over faster code. */
    Os
}
