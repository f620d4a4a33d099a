// SPDX-License-Identifier: EPL-2.0
/** Finds out what the names in parsed files mean, and makes the interfaces of the model from them (WIT.md, "Name resolution"). */
package org.thingspire.wit.resolve;
