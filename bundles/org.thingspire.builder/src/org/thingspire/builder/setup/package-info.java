// SPDX-License-Identifier: EPL-2.0
/**
 * What a build is given beside the project: where ThingSpire's parts are, where it may keep what all projects share, how thoroughly to
 * optimize, and whom to tell of its progress.
 */
package org.thingspire.builder.setup;
