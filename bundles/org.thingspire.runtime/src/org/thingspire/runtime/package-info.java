// SPDX-License-Identifier: EPL-2.0
/**
 * Where the installed workbench has the runtime's sources and the samples.
 */
package org.thingspire.runtime;
