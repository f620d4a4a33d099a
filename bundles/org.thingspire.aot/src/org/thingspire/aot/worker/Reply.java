// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.UnsupportedModuleException;

/**
 * How a compilation ended.
 *
 * @param kind    which of the following say how
 * @param object  what was compiled; an empty one if there was an exception
 * @param message the exception's message, or the rule that an invalid module breaks
 * @param offset  of an invalid module
 * @param place   of an invalid module
 */
record Reply(Kind kind, CompiledObject object, String message, long offset, String place) {

    private static final CompiledObject NOTHING = new CompiledObject(new byte[0], false, 0, 0);

    enum Kind {
        DONE,
        INVALID,
        UNSUPPORTED,
        FAILED
    }

    static Reply done(CompiledObject object) {
        return new Reply(Kind.DONE, object, "", 0, "");
    }

    static Reply refused(CompileException refusal) {
        return switch (refusal) {
            case InvalidModuleException invalid -> new Reply(Kind.INVALID, NOTHING, invalid.rule(), invalid.offset(), invalid.place());
            case UnsupportedModuleException unsupported -> new Reply(Kind.UNSUPPORTED, NOTHING, unsupported.getMessage(), 0, "");
            case CompilerFailure failure -> new Reply(Kind.FAILED, NOTHING, failure.getMessage(), 0, "");
        };
    }

    /** What the compiler in the other process returned or threw. */
    CompiledObject result() throws CompileException {
        return switch (kind) {
            case DONE -> object;
            case INVALID -> throw new InvalidModuleException(offset, message, place);
            case UNSUPPORTED -> throw new UnsupportedModuleException(message);
            case FAILED -> throw new CompilerFailure(message);
        };
    }
}
