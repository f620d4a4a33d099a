// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

/** How long tests wait for something to happen before they say that it does not: a guard against hanging. */
public final class Patience {

    /** What is waited for takes a second or two, on a slow machine ten times as long, and this is ten times that. */
    public static final long SECONDS = 200;

    private Patience() {
    }
}
