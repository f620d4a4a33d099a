// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.thingspire.wasm.CoreSignature;

/**
 * What the functions of a random module know of each other: their types, the globals, the tables.
 *
 * <p>Function 0 is imported, the rest are the module's own. Global 0 is {@linkplain #FUEL the fuel}.
 *
 * @param functions    the types of all functions
 * @param globals      the types of all globals, each of which can be changed
 * @param slots        the function that each slot of the first table begins with, or {@value #EMPTY}; the second begins with null
 * @param maximumPages how far the memory of one page can grow
 * @param tableLimits  how far each table can grow
 * @param importsMemory   whether another owns the memory
 * @param importsTable    whether another owns the first table
 * @param importedGlobals how many globals, the first ones, another owns
 * @param isAboutAccesses whether the functions do little but access memory: where their first parameter says, and as the second one decides
 * @param blockTypes   the function types that the code uses besides; grows while code is made
 */
record ModuleShape(List<Function> functions, List<Type> globals, int[] slots, int maximumPages, int[] tableLimits,
        boolean importsMemory, boolean importsTable, int importedGlobals, boolean isAboutAccesses, List<Function> blockTypes) {

    /** A module spends it on calls and loops; when it is gone, the code traps. So everything ends. */
    static final int FUEL = 300;
    static final int FUEL_GLOBAL = 0;
    static final int EMPTY = -1;
    static final Function IMPORT = new Function(List.of(Type.I32, Type.I64), List.of(Type.I64));
    static final String IMPORT_MODULE = "env";
    static final String IMPORT_NAME = "mix";

    static final int SLOTS = 8;
    static final int SLOTS_OF_SECOND = 2;
    static final int TABLES = 2;
    /** Segments of elements that code can use, besides those that fill the first table: see {@link #firstPassiveElements}. */
    static final int PASSIVE_ELEMENTS = 2;
    /** The number of the segment of data that memory is not filled with at the start, which is the last one. */
    static final int PASSIVE_DATA = 1;

    private static final int IMPORTED_ONE_IN = 4;
    private static final int ABOUT_ACCESSES_ONE_IN = 4;
    private static final int MAX_FUNCTIONS = 5;
    private static final int MAX_PARAMETERS = 6;
    private static final int MAX_GLOBALS = 4;

    /** A function's type. */
    record Function(List<Type> parameters, List<Type> results) {

        CoreSignature signature() {
            return CoreSignature.of(Type.letters(parameters), Type.letters(results));
        }

        private Function withWhereAndWhether() {
            List<Type> all = new ArrayList<>(List.of(Type.I32, Type.I32));
            all.addAll(parameters);
            return new Function(all, results);
        }
    }

    /** @param mustAccess whether it is about accesses in any case */
    static ModuleShape choose(Choices choices, boolean mustAccess) {
        List<Function> functions = new ArrayList<>(List.of(IMPORT));
        for (int count = 1 + choices.below(MAX_FUNCTIONS); count > 0; count--) {
            List<Type> parameters = types(choices, choices.below(MAX_PARAMETERS + 1));
            functions.add(new Function(parameters, types(choices, choices.oneIn(6) ? 2 : choices.below(8) == 0 ? 0 : 1)));
        }
        List<Type> globals = new ArrayList<>(List.of(Type.I32));
        globals.addAll(types(choices, choices.below(MAX_GLOBALS + 1)));
        int[] slots = new int[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = choices.below(functions.size() + 1) - 1;
        }
        ModuleShape shape = new ModuleShape(functions, globals, slots, 1 + choices.below(2),
                new int[] {SLOTS + choices.below(3), SLOTS_OF_SECOND + choices.below(4)}, choices.oneIn(IMPORTED_ONE_IN),
                choices.oneIn(IMPORTED_ONE_IN), choices.oneIn(IMPORTED_ONE_IN) ? 1 + choices.below(globals.size()) : 0,
                choices.oneIn(ABOUT_ACCESSES_ONE_IN) || mustAccess, new ArrayList<>());
        if (shape.isAboutAccesses()) {
            functions.subList(1, functions.size()).replaceAll(Function::withWhereAndWhether);
        }
        return shape;
    }

    private static List<Type> types(Choices choices, int count) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(Type.any(choices));
        }
        return types;
    }

    /** The number of a type for blocks with parameters or several results. */
    int typeOf(Function type) {
        if (!blockTypes.contains(type)) {
            blockTypes.add(type);
        }
        return functions.size() + blockTypes.indexOf(type);
    }

    /** The number of the first segment of elements that no table is filled with at the start. */
    int firstPassiveElements() {
        return (int) Arrays.stream(slots).filter(slot -> slot != EMPTY).count();
    }

    /** The functions with exactly this result. */
    List<Integer> functionsReturning(List<Type> results) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            if (functions.get(i).results().equals(results)) {
                found.add(i);
            }
        }
        return found;
    }

    /** The slots of the first table that begin with a function of this type. */
    List<Integer> slotsOf(Function type) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != EMPTY && functions.get(slots[i]).equals(type)) {
                found.add(i);
            }
        }
        return found;
    }
}
