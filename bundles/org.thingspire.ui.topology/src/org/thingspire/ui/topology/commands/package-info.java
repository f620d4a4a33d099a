// SPDX-License-Identifier: EPL-2.0
/** Everything that the editor can do to a topology; nothing else changes it. Plain classes, tested without a display. */
package org.thingspire.ui.topology.commands;
