// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What happens around each {@link UiTest}. */
final class WorkbenchExtension implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WorkbenchExtension.class);

    private record Watches(Workbench workbench, ErrorLog errors, FreezeWatch freezes) {
    }

    @Override
    public void beforeEach(ExtensionContext context) throws InterruptedException {
        Screen screen = new Screen(PlatformUI.getWorkbench().getDisplay());
        FreezeWatch freezes = new FreezeWatch(screen.display(), FreezeWatch.USUAL_MS);
        Workbench workbench = new Workbench(screen);
        workbench.prepare();
        Watches watches = new Watches(workbench, new ErrorLog(), freezes);
        context.getStore(NAMESPACE).put(Watches.class, watches);
        watches.errors().start();
        watches.freezes().begin();
    }

    /** Before anything is tidied up: the picture shows what the test saw last. */
    @Override
    public void afterTestExecution(ExtensionContext context) {
        Workbench workbench = context.getStore(NAMESPACE).get(Watches.class, Watches.class).workbench();
        String test = context.getRequiredTestMethod().getName();
        workbench.screenshot(test);
        if (context.getExecutionException().isPresent()) {
            workbench.saveEvidence(test);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Watches watches = context.getStore(NAMESPACE).get(Watches.class, Watches.class);
        List<String> complaints = new ArrayList<>(watches.freezes().finish());
        watches.workbench().tidyUp();
        complaints.addAll(watches.errors().stop());
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Workbench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Watches.class, Watches.class).workbench();
    }
}
