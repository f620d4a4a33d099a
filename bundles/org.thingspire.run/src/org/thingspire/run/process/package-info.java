// SPDX-License-Identifier: EPL-2.0
/** Programs that are started for nodes: ended with us in any case, and read to their last line. */
package org.thingspire.run.process;
