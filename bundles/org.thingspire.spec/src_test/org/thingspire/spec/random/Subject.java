// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.io.IOException;
import java.util.List;

/** A family of random modules, and who knows what they have to do. */
enum Subject {

    /** All of WebAssembly's control, numbers, tables and references to functions, by Endive's interpreter. */
    NUMBERS {
        @Override
        RandomModule generate(Choices choices) {
            return ModuleGenerator.generate(choices);
        }

        @Override
        List<Outcome> expected(RandomModule module) {
            return Interpreter.run(module);
        }
    },

    /** Those of numbers that are about accesses to memory. */
    ACCESSES {
        @Override
        RandomModule generate(Choices choices) {
            return ModuleGenerator.generateAboutAccesses(choices);
        }

        @Override
        List<Outcome> expected(RandomModule module) {
            return Interpreter.run(module);
        }
    },

    /** Computations with vectors, by wabt's interpreter. */
    VECTORS {
        @Override
        RandomModule generate(Choices choices) {
            return VectorModuleGenerator.generate(choices);
        }

        @Override
        List<Outcome> expected(RandomModule module) throws IOException, InterruptedException {
            return ReferenceInterpreter.run(module);
        }
    };

    /** A valid module, whatever the choices are. */
    abstract RandomModule generate(Choices choices);

    /** How its calls have to end. */
    abstract List<Outcome> expected(RandomModule module) throws IOException, InterruptedException;
}
