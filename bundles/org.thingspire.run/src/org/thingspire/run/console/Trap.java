// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.console;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of an invocation as a node reports it on its console:
 * {@code trap: integer divide by zero at 0x00001f3a in control}, for some kinds with a detail in parentheses before the address.
 *
 * @param reason why, in the words of the WebAssembly specification where it has some
 * @param detail more about the reason, such as the function of another node that gave no answer; or empty
 * @param address the instruction that trapped or the call that failed, as an address in the node's ELF file; 0 if not known
 * @param module the module that ran
 * @param place the source line of that instruction, as far as the debug information knows it
 */
public record Trap(String reason, String detail, long address, String module, Optional<SourcePlace> place) {

    private static final Pattern LINE = Pattern.compile("trap: ([^(]+?)(?: \\((.*)\\))? at 0x([0-9a-fA-F]{1,16}) in ([^ ]+)");

    /**
     * A line of source code, or a function whose lines are not known, as in modules written in WAT.
     *
     * @param function its name in the source
     * @param file as the debug information has it: for a project's own sources, relative to the project's folder
     * @param line counted from 1; 0 if not known
     */
    public record SourcePlace(String function, String file, int line) {

        /** The file's name without its folders. */
        public String fileName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return line == 0 ? fileName() : fileName() + ":" + line;
        }
    }

    /** Reads a line of a console. Empty if it does not report a trap. The place is not known yet. */
    public static Optional<Trap> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String detail = matcher.group(2) == null ? "" : matcher.group(2);
        long address = Long.parseUnsignedLong(matcher.group(3), 16);
        return Optional.of(new Trap(matcher.group(1), detail, address, matcher.group(4), Optional.empty()));
    }

    public Trap at(SourcePlace known) {
        return new Trap(reason, detail, address, module, Optional.of(known));
    }

    /** For users: {@code trap: integer divide by zero in control.update (control.c:31)}; with the address if that is all that is known. */
    @Override
    public String toString() {
        String where = place
                .map(known -> " in %s.%s (%s)".formatted(module, known.function(), known))
                .orElseGet(() -> address == 0 ? " in " + module : " at 0x%08x in %s".formatted(address, module));
        return "trap: " + reason + (detail.isEmpty() ? "" : " (" + detail + ")") + where;
    }
}
