// SPDX-License-Identifier: EPL-2.0
/** Recorded values that sensors read, at the pace of the node. */
package org.thingspire.run.sensor;
