// SPDX-License-Identifier: EPL-2.0
/**
 * New projects.
 */
package org.thingspire.builder.template;
