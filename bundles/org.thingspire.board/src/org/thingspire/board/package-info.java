// SPDX-License-Identifier: EPL-2.0
/**
 * The boards that nodes can be, as the runtime describes them.
 */
package org.thingspire.board;
