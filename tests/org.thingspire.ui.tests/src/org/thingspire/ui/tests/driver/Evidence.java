// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;

/** What a test that failed leaves besides its picture: what nodes printed, which programs run, and what every thread and job does. */
record Evidence(String consoles, String programs, String jobs, String threads) {

    static Evidence collect(Screen screen) {
        return new Evidence(screen.ask(Consoles::text), runningPrograms(), pendingJobs(), allThreads());
    }

    void save(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n\n", "CONSOLES", consoles, "PROGRAMS", programs, "JOBS", jobs, "THREADS", threads));
    }

    private static String runningPrograms() {
        return ProcessHandle.current().descendants().map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
                .collect(Collectors.joining("\n"));
    }

    private static String pendingJobs() {
        return Stream.of(Job.getJobManager().find(null)).map(job -> job + " (state " + job.getState() + ")").collect(Collectors.joining("\n"));
    }

    private static String allThreads() {
        return Stream.of(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)).map(ThreadInfo::toString)
                .collect(Collectors.joining());
    }
}
