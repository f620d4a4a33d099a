// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

import java.util.OptionalLong;

import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;

/** The type of something that modules import and export (specification 2.3.11). */
public sealed interface ExternType {

    /** Whether an export of this type may be linked to an import of the wanted one (specification 3.4.1, import matching). */
    boolean matches(ExternType wanted);

    /** A function. */
    record Function(CoreSignature signature) implements ExternType {

        @Override
        public boolean matches(ExternType wanted) {
            return equals(wanted);
        }
    }

    /** A memory, in pages of 65,536 bytes. */
    record Memory(Limits limits) implements ExternType {

        @Override
        public boolean matches(ExternType wanted) {
            return wanted instanceof Memory memory && limits.matches(memory.limits());
        }
    }

    /** A table of elements of one type. */
    record Table(CoreType element, Limits limits) implements ExternType {

        @Override
        public boolean matches(ExternType wanted) {
            return wanted instanceof Table table && element == table.element() && limits.matches(table.limits());
        }
    }

    /** A global. */
    record Global(CoreType type, boolean mutable) implements ExternType {

        @Override
        public boolean matches(ExternType wanted) {
            return equals(wanted);
        }
    }

    /** A size range; without a maximum, only what the index can reach ends it. */
    record Limits(long minimum, OptionalLong maximum) {

        boolean matches(Limits wanted) {
            return minimum >= wanted.minimum() && (wanted.maximum().isEmpty()
                    || maximum.isPresent() && maximum.getAsLong() <= wanted.maximum().getAsLong());
        }
    }
}
