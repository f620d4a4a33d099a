// SPDX-License-Identifier: EPL-2.0
/**
 * The workbench's windows apart from the diagram: perspective and ids here, each kind of window in a room below.
 */
package org.thingspire.ui;
