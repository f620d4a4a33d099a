// SPDX-License-Identifier: EPL-2.0
/** Holds an application against the interfaces that its WIT files declare: first its topology, then its modules. */
package org.thingspire.builder.interfaces;
