// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.util.List;
import java.util.Optional;

/** One command of a script, as wast2json writes it. */
sealed interface ScriptCommand {

    int line();

    /** Instantiates a module; later commands mean it unless they name another. */
    record Module(int line, Optional<String> name, String file) implements ScriptCommand {
    }

    /** Makes a module's exports importable under a name. */
    record Register(int line, Optional<String> module, String as) implements ScriptCommand {
    }

    /**
     * Calls an exported function.
     *
     * @param expected the results; what an action without assertion returns doesn't matter, so it expects nothing
     * @param trap     how it ends instead, in the specification's words
     */
    record Invoke(int line, Optional<String> module, String field, List<SpecValue> arguments, Optional<List<SpecValue>> expected,
            Optional<String> trap) implements ScriptCommand {
    }

    /** Reads an exported global. */
    record Get(int line, Optional<String> module, String field, List<SpecValue> expected) implements ScriptCommand {
    }

    /** The module is valid, but its imports don't fit what there is. */
    record Unlinkable(int line, String file, String why) implements ScriptCommand {
    }

    /** Instantiation traps. */
    record Uninstantiable(int line, String file, String trap) implements ScriptCommand {
    }

    /** The module is no valid module, or no module at all. */
    record Invalid(int line, String file, String rule) implements ScriptCommand {
    }

    /** Something that doesn't concern a compiler of binary modules. */
    record Other(int line, String why) implements ScriptCommand {
    }
}
