// SPDX-License-Identifier: EPL-2.0
/**
 * The wizard for new projects.
 */
package org.thingspire.ui.project;
