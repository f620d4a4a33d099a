// SPDX-License-Identifier: EPL-2.0
/** Edit policies: which command a gesture means, and what is shown meanwhile. They build commands and change nothing. */
package org.thingspire.ui.topology.policies;
