// SPDX-License-Identifier: EPL-2.0
/**
 * Uses the workbench as a person does: real mouse and key events through the window system, and looking at what is there.
 * Everything is called from the test's thread, which is not the UI thread; waiting is always for something.
 */
package org.thingspire.ui.tests.driver;
