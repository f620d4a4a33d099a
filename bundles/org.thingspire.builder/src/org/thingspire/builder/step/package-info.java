// SPDX-License-Identifier: EPL-2.0
/**
 * What is made only if something that it is made from has changed, by as many threads as there are processors.
 */
package org.thingspire.builder.step;
