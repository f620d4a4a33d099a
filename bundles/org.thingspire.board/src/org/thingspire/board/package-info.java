// SPDX-License-Identifier: EPL-2.0
/**
 * The boards that nodes can be, as the runtime describes them: their facts, the parts of the runtime that they are built of, and the files
 * that are generated for these. How compilers and emulators are told is not here but in the builder's toolchain.
 */
package org.thingspire.board;
