// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.osgi.framework.wiring.BundleWiring;
import org.thingspire.ui.start.ClassesAhead;
import org.thingspire.ui.start.EarlyStart;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** What opens first does not have to wait for its classes. */
@UiTest
class ClassesAheadTest {

    private static final String NOBODY_USES_IT = "org.eclipse.ltk.ui.refactoring";

    /** Notes which jobs are scheduled while it is there. */
    private static final class Scheduled extends JobChangeAdapter implements AutoCloseable {

        private final List<Job> jobs = Collections.synchronizedList(new ArrayList<>());

        Scheduled() {
            Job.getJobManager().addJobChangeListener(this);
        }

        @Override
        public void scheduled(IJobChangeEvent event) {
            if (event.getJob().belongsTo(ClassesAhead.FAMILY)) {
                jobs.add(event.getJob());
            }
        }

        @Override
        public void close() {
            Job.getJobManager().removeJobChangeListener(this);
        }
    }

    @Test
    void allClassesOfABundleAreLoadedOnce(Workbench workbench) throws Exception {
        int classes = Platform.getBundle(NOBODY_USES_IT).adapt(BundleWiring.class)
                .listResources("/", "*.class", BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL).size();
        assertThat(classes).isGreaterThan(50);

        assertThat(load()).isGreaterThanOrEqualTo(classes);
        assertThat(load()).isLessThan(classes / 2);
    }

    /** How many more classes there are afterwards. */
    private static long load() throws InterruptedException {
        long before = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        assertThat(run(ClassesAhead.of(List.of(NOBODY_USES_IT, "there.is.none"))).isOK()).isTrue();
        return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - before;
    }

    private static IStatus run(Job job) throws InterruptedException {
        job.schedule();
        job.join(0, new NullProgressMonitor());
        return job.getResult();
    }

    @Test
    void theyAreLoadedWhereThingSpireIsUsedAndNowhereElse(Workbench workbench) {
        IStartup start = new EarlyStart();
        try (Scheduled scheduled = new Scheduled()) {
            start.earlyStartup();
            assertThat(scheduled.jobs).as("its perspective is shown").hasSize(1);
        }
        IPerspectiveDescriptor ours = workbench.screen().ask(() -> workbench.page().getPerspective());
        show(workbench, PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId("org.eclipse.ui.resourcePerspective"));
        try (Scheduled scheduled = new Scheduled()) {
            start.earlyStartup();
            assertThat(scheduled.jobs).as("there is nothing of it").isEmpty();

            workbench.newProject("used", "empty");
            start.earlyStartup();
            assertThat(scheduled.jobs).as("there is a project").hasSize(1);
        } finally {
            show(workbench, ours);
        }
    }

    private static void show(Workbench workbench, IPerspectiveDescriptor perspective) {
        workbench.screen().ask(() -> {
            workbench.page().setPerspective(perspective);
            return null;
        });
    }
}
