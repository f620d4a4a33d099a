// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The user's input is wrong and the work can not go on. Front ends show the {@link #problems()} and no stack trace; the
 * command line then ends with exit code 1.
 */
public final class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems what is wrong; at least one */
    public UserException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem to report");
        }
        this.problems = List.copyOf(problems);
    }

    public UserException(Problem problem) {
        this(List.of(problem));
    }

    /** Throws all {@code problems} if at least one of them is an error; warnings alone stop nothing. */
    public static void throwIfErrors(List<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new UserException(problems);
        }
    }

    /** The same with further problems: warnings that were found before the work stopped. */
    public UserException with(List<Problem> more) {
        return new UserException(Stream.concat(problems.stream(), more.stream()).distinct().toList());
    }

    /** What is wrong, in the order of discovery; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
