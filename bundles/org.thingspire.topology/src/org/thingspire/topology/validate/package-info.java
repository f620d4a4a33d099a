// SPDX-License-Identifier: EPL-2.0
/**
 * The rules that a topology must keep before anything is built from it. Each check looks for one kind of mistake.
 */
package org.thingspire.topology.validate;
