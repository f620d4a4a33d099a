// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/** The bytes are no WebAssembly module, or break a rule of its validation. */
public final class InvalidModuleException extends CompileException {

    private static final long serialVersionUID = 1L;

    private final long offset;
    private final String rule;
    private final String place;

    /**
     * @param offset where in the file, in bytes from its start: the instruction where it could be told, else the start of
     *               the function or section named by {@code place}
     * @param rule   what was broken, in the words of the WebAssembly specification's tests where it has some
     * @param place  for example {@code function update} or {@code import section}; empty if unknown
     */
    public InvalidModuleException(long offset, String rule, String place) {
        super("invalid WebAssembly at offset 0x%x%s: %s".formatted(offset, place.isEmpty() ? "" : " (" + place + ")", rule));
        this.offset = offset;
        this.rule = rule;
        this.place = place;
    }

    public long offset() {
        return offset;
    }

    public String rule() {
        return rule;
    }

    public String place() {
        return place;
    }
}
