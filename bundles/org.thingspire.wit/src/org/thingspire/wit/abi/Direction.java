// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

/** Which side of a call a module is. */
public enum Direction {

    /** It calls: the function is lowered for it. */
    IMPORT,

    /** It is called: its function is lifted. */
    EXPORT
}
