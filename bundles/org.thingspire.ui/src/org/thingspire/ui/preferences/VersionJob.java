// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.preferences;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.thingspire.ide.program.ProgramVersion;

/** Asks programs for their versions while the preference page is shown already. */
final class VersionJob extends Job {

    private final List<ProgramRow> rows;
    private final Consumer<ProgramRow> answered;

    /** @param answered gets each row with its answer, in this job's thread */
    VersionJob(List<ProgramRow> rows, Consumer<ProgramRow> answered) {
        super("Asking programs for their versions");
        this.rows = rows;
        this.answered = answered;
        setSystem(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            for (ProgramRow row : rows) {
                if (monitor.isCanceled()) {
                    return Status.CANCEL_STATUS;
                }
                answered.accept(row.withAnswer(ProgramVersion.of(row.program(), row.location().orElseThrow())));
            }
            return Status.OK_STATUS;
        } catch (InterruptedException e) {
            return Status.CANCEL_STATUS;
        }
    }
}
