// SPDX-License-Identifier: EPL-2.0
/** How functions of interfaces look in WebAssembly modules: the component model's canonical ABI (CanonicalABI.md). */
package org.thingspire.wit.abi;
