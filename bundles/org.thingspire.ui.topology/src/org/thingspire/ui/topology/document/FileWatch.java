// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Looks once a second whether a file was written, removed or created, in the background: a command line may do so any time. */
public final class FileWatch extends Job {

    private static final long INTERVAL_MS = 1000;

    private final Path file;
    private final Runnable onChange;
    private Stamp last;

    private record Stamp(FileTime modified, long size) {
    }

    /** @param onChange called in this job, not in the UI thread */
    public FileWatch(Path file, Runnable onChange) {
        super("Watching " + file.getFileName());
        this.file = file;
        this.onChange = onChange;
        setSystem(true);
        last = stamp();
    }

    public void start() {
        schedule(INTERVAL_MS);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Stamp now = stamp();
        if (!now.equals(last)) {
            last = now;
            onChange.run();
        }
        if (!monitor.isCanceled()) {
            schedule(INTERVAL_MS);
        }
        return Status.OK_STATUS;
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return new Stamp(FileTime.fromMillis(0), -1); // not there, or not readable: that is a change too
        }
    }
}
