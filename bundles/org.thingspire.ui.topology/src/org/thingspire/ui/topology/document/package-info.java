// SPDX-License-Identifier: EPL-2.0
/** The file that is edited: reading it, writing changes into its text, noticing when others change it. No user interface. */
package org.thingspire.ui.topology.document;
