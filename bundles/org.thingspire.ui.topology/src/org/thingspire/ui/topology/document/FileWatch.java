// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Looks once a second whether files were written, removed or created, in the background: a command line may do so any time. */
public final class FileWatch extends Job {

    private static final long INTERVAL_MS = 1000;

    private final Supplier<List<Path>> files;
    private final Runnable onChange;
    private List<Stamp> last;

    private record Stamp(Path file, FileTime modified, long size) {
    }

    /** @param onChange called in this job, not in the UI thread */
    public FileWatch(Path file, Runnable onChange) {
        this(file.getFileName().toString(), () -> List.of(file), onChange);
    }

    /**
     * @param what are watched, for people
     * @param files asked for each time, in this job
     */
    public FileWatch(String what, Supplier<List<Path>> files, Runnable onChange) {
        super("Watching " + what);
        this.files = files;
        this.onChange = onChange;
        setSystem(true);
        last = stamps();
    }

    public void start() {
        schedule(INTERVAL_MS);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        List<Stamp> now = stamps();
        if (!now.equals(last)) {
            last = now;
            onChange.run();
        }
        if (!monitor.isCanceled()) {
            schedule(INTERVAL_MS);
        }
        return Status.OK_STATUS;
    }

    private List<Stamp> stamps() {
        return files.get().stream().map(FileWatch::stamp).toList();
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(file, attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return new Stamp(file, FileTime.fromMillis(0), -1); // not there, or not readable: that is a change too
        }
    }
}
