// SPDX-License-Identifier: EPL-2.0
/**
 * The way in to the compiler, in this process: what compiles a module, and what reads the interface of one. No room of the compiler uses this
 * one but {@code worker}, which offers the same in processes of their own; what they share is in {@code api}.
 */
package org.thingspire.aot;
