// SPDX-License-Identifier: EPL-2.0
/**
 * Facts that checks, the editor and the build share: which links are possible, which sizes memory may have. A check that needs one
 * asks here and says in its own words what is wrong.
 */
package org.thingspire.topology.rule;
