// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a few words for users why a file operation failed: Java's own messages often are the bare path. */
public final class IoReason {

    /** What the system calls its errors, and what users read. */
    private static final Map<String, String> REASONS = Map.of(
            "No space left on device", "no space is left on the disk",
            "Disk quota exceeded", "your share of the disk is used up",
            "Read-only file system", "the disk is read-only",
            "Is a directory", "it is a folder",
            "Not a directory", "a part of its path is no folder",
            "No such file or directory", "it does not exist",
            "Permission denied", "permission denied",
            "File name too long", "its name is too long",
            "Too many open files", "too many files are open");

    /** How Java says that a program can't be started. */
    private static final Pattern EXEC = Pattern.compile(
            "(?s)(Cannot run program \"(?<program>.*?)\"(?: \\(in directory .*\\))?: )?.*error[=:] ?\\d+,? \\(?(?<reason>[^()]+)\\)?\\s*");

    private IoReason() {
    }

    /** For brackets, or for after a colon: {@code permission denied}. */
    public static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException e -> "permission denied";
            case NoSuchFileException e -> "it does not exist";
            case FileAlreadyExistsException e -> "something else has the name " + Path.of(e.getFile()).getFileName();
            case DirectoryNotEmptyException e -> "the folder is not empty";
            case NotDirectoryException e -> "it is no folder";
            case FileSystemException e when e.getReason() != null -> inWords(e.getReason());
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : inWords(failure.getMessage());
        };
    }

    /** For those who did not see what was tried: with the file or the program, if the failure knows it. */
    public static String whole(IOException failure) {
        return subject(failure).map(subject -> subject + ": " + of(failure)).orElseGet(() -> of(failure));
    }

    private static Optional<String> subject(IOException failure) {
        if (failure instanceof FileSystemException e) {
            return Optional.ofNullable(e.getFile());
        }
        return Optional.ofNullable(failure.getMessage()).map(EXEC::matcher).filter(Matcher::matches).map(exec -> exec.group("program"));
    }

    /** What was thrown, with the reason if a file operation caused it: the compiler knows no words for that. */
    public static String withCause(Exception failure) {
        return failure.getCause() instanceof IOException cause ? failure.getMessage() + ": " + whole(cause) : failure.getMessage();
    }

    /** What was thrown says it in words, if somebody gave it words. */
    public static String whole(UncheckedIOException failure) {
        IOException cause = failure.getCause();
        return failure.getMessage() == null || failure.getMessage().equals(cause.toString()) ? whole(cause) : failure.getMessage();
    }

    private static String inWords(String reason) {
        Matcher exec = EXEC.matcher(reason);
        String system = exec.matches() ? exec.group("reason").strip() : reason;
        return REASONS.getOrDefault(system, system);
    }
}
