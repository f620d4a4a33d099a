// SPDX-License-Identifier: EPL-2.0
/**
 * Builds applications: from a project to an image for each of its nodes. What is done for one module, one image or one wiring
 * is in the rooms below.
 */
package org.thingspire.builder;
