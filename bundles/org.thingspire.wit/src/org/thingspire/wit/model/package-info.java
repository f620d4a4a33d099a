// SPDX-License-Identifier: EPL-2.0
/** What a project's WIT files say, with all names resolved. Types are trees without cycles; compare them by name, not by content. */
package org.thingspire.wit.model;
