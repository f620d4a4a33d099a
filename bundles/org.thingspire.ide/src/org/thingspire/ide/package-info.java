// SPDX-License-Identifier: EPL-2.0
/**
 * What all of the workbench's bundles without a window share: ids, where ThingSpire is installed, how failures are shown.
 */
package org.thingspire.ide;
