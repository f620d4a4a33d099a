// SPDX-License-Identifier: EPL-2.0

/** Keeps the paths in a topology right when the files that they name get other names or places in the workbench. */
package org.thingspire.ui.topology.rename;
