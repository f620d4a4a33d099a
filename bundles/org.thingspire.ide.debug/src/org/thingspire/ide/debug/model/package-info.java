// SPDX-License-Identifier: EPL-2.0
/**
 * A debugged node in the Platform's terms: target, threads, frames.
 */
package org.thingspire.ide.debug.model;
