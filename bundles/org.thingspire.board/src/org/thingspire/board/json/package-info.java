// SPDX-License-Identifier: EPL-2.0
/**
 * Files in which the runtime describes itself, in JSON: read strictly, so that each mistake has a place and a field.
 */
package org.thingspire.board.json;
