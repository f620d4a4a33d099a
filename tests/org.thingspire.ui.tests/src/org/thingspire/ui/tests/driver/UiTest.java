// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that use the workbench. They get a {@link Workbench} as parameter, end with a screenshot, and fail on any
 * error that was logged and on a UI that did not answer for five seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorkbenchExtension.class)
public @interface UiTest {}
