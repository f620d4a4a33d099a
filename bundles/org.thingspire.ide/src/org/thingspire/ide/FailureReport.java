// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.thingspire.builder.toolchain.MissingPackageException;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/** Turns what stopped the core into what the workbench shows. Only our own bugs keep their stack trace, for the error log. */
public final class FailureReport {

    private FailureReport() {
    }

    /**
     * What the user can do something about, as problems.
     *
     * @param folder the project's: problems that have no file of their own are about it
     * @return empty if the failure is a bug of ours
     */
    public static Optional<List<Problem>> problems(Exception failure, Path folder) {
        return switch (failure) {
            case UserException user -> Optional.of(user.problems());
            case MissingPackageException missing -> Optional.of(List.of(aboutProject(folder, missing.getMessage())));
            case UncheckedIOException io -> Optional.of(List.of(aboutProject(folder, IoReason.whole(io))));
            case IOException io -> Optional.of(List.of(aboutProject(folder, IoReason.whole(io))));
            default -> Optional.empty();
        };
    }

    /**
     * @param what was to be done, such as {@code "thermostat can't be started"}: heads the message if there are several problems
     */
    public static IStatus status(Exception failure, String what) {
        return switch (failure) {
            case CoreException core -> core.getStatus();
            case OperationCanceledException canceled -> Status.CANCEL_STATUS;
            case UserException user -> ofProblems(user.problems().stream().filter(Problem::isError).toList(), what);
            case MissingPackageException missing -> error(missing.getMessage());
            case UncheckedIOException io -> error(IoReason.whole(io));
            case IOException io -> error(IoReason.whole(io));
            default -> new Status(IStatus.ERROR, IdeIds.BUNDLE, what + " because of a bug in ThingSpire: " + failure, failure);
        };
    }

    /** An error with a message that says all there is to say. */
    public static IStatus error(String message) {
        return new Status(IStatus.ERROR, IdeIds.BUNDLE, IdeIds.USER_FAILURE, message, null);
    }

    private static IStatus ofProblems(List<Problem> errors, String what) {
        if (errors.size() == 1) {
            return error(text(errors.getFirst()));
        }
        MultiStatus all = new MultiStatus(IdeIds.BUNDLE, IdeIds.USER_FAILURE, what + ": there are " + errors.size() + " errors.");
        errors.forEach(problem -> all.add(error(text(problem))));
        return all;
    }

    /** The file's name alone: the Problems view has the rest. */
    private static String text(Problem problem) {
        return new Problem(problem.severity(), problem.file().getFileName(), problem.line(), problem.column(), problem.element(),
                problem.message(), problem.remedy()).toString();
    }

    private static Problem aboutProject(Path folder, String message) {
        return Problem.error(folder, message.endsWith(".") ? message.substring(0, message.length() - 1) : message, "");
    }
}
