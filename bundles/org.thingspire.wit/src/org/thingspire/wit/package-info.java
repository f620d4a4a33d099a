// SPDX-License-Identifier: EPL-2.0
/** The interfaces of a project's modules, from the WIT files in its folder {@code wit}. */
package org.thingspire.wit;
