// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A random function about accesses to memory, in text format: loads and stores of every width, in straight code, branches and loops, with
 * values that are needed in one case only, in part, or not at all. Its parameters are addresses and, as bits, decisions.
 *
 * <p>The same seed makes a twin, which does the same and before each access tells the imported function {@code $log} of it.
 */
final class AccessFunction {

    static final int ADDRESSES = 6;
    static final int DECISIONS = 3;
    /** Bytes in which results are stored, from 0 on; some more after them. */
    static final int SINKS = 128;
    static final List<String> TYPES = List.of("i32", "i64", "f32", "f64", "v128");

    private static final int PAGE = 65_536;
    private static final int MAX_ACCESSES = 12;
    private static final int MAX_STATEMENTS = 4;
    private static final int DEPTH = 3;
    /** An access has its place to itself, also in a loop: offsets are less than what a round goes ahead. */
    private static final int ROUND = 64;
    private static final String DECLARATIONS = "(local $step i32) (local $count i32) (local $t_i32 i32) (local $t_i64 i64) (local $t_f32 f32) "
            + "(local $t_f64 f64) (local $t_v128 v128) (local $x_i32 i32) (local $x_i64 i64) (local $x_f32 f32) (local $x_f64 f64) (local $x_v128 v128)";

    /** @param address the number of the parameter that it is at, plus the offset, plus what loops add */
    record Access(int address, int offset, int bytes, boolean isStore) {
    }

    private final Random random;
    private final boolean isTwin;
    private final List<Access> accesses = new ArrayList<>();
    private final String body;

    private AccessFunction(long seed, boolean isTwin) {
        this.random = new Random(seed);
        this.isTwin = isTwin;
        this.body = statements(DEPTH, false);
    }

    static AccessFunction of(long seed) {
        return new AccessFunction(seed, false);
    }

    static AccessFunction twinOf(long seed) {
        return new AccessFunction(seed, true);
    }

    List<Access> accesses() {
        return accesses;
    }

    String text(String name) {
        return "(func (export \"%s\") (param $p0 i32) (param $p1 i32) (param $p2 i32) (param $p3 i32) (param $p4 i32) (param $p5 i32) (param $d i32)%n"
                .formatted(name) + DECLARATIONS + body + ")\n";
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private String statements(int depth, boolean isInLoop) {
        StringBuilder text = new StringBuilder();
        for (int count = 1 + random.nextInt(MAX_STATEMENTS); count > 0 && accesses.size() < MAX_ACCESSES; count--) {
            text.append(statement(depth, isInLoop)).append('\n');
        }
        return text.toString();
    }

    private String statement(int depth, boolean isInLoop) {
        int choice = random.nextInt(depth > 0 ? 23 : 17);
        if (choice < 9) {
            return loaded(any(TYPES));
        }
        if (choice < 12) {
            return store(any(TYPES));
        }
        return switch (choice) {
            case 12 -> any(List.of("(drop (memory.grow (i32.const 0)))", "(global.set $i32 (i32.add (global.get $i32) (i32.const 1)))",
                    "(call $use_i32 (local.get $d))", "(if (i32.eq (local.get $d) (i32.const 6)) (then (return)))"));
            case 13 -> divided();
            case 14 -> scaled();
            case 15 -> copied();
            case 16 -> row();
            case 17, 18, 19 -> "(if %s (then %s))".formatted(condition(), statements(depth - 1, isInLoop));
            case 20, 21 -> "(if %s (then %s) (else %s))".formatted(condition(), statements(depth - 1, isInLoop), statements(depth - 1, isInLoop));
            default -> isInLoop ? loaded("i32") : loop(depth - 1);
        };
    }

    private String loop(int depth) {
        String body = statements(depth, true);
        return """
                (local.set $step (i32.const 0)) (local.set $count %s)
                (loop $again %s (local.set $step (i32.add (local.get $step) (i32.const %d)))
                (local.set $count (i32.sub (local.get $count) (i32.const 1))) (br_if $again (local.get $count)))
                """.formatted(any(List.of("(i32.const 3)", "(i32.add (i32.and (local.get $d) (i32.const 1)) (i32.const 1))")), body, ROUND);
    }

    /** By a decision, what was loaded before, or what is loaded now. */
    private String condition() {
        String bit = "(i32.and (local.get $d) (i32.const %d))".formatted(1 << random.nextInt(DECISIONS));
        return switch (random.nextInt(8)) {
            case 0 -> "(i32.lt_u (local.get $x_i32) (i32.const 0x20202020))";
            case 1 -> "(i64.eqz (local.get $x_i64))";
            case 2 -> "(i32.and %s (i32.const 1))".formatted(load("i32"));
            case 3, 4 -> "(i32.eqz %s)".formatted(bit);
            default -> bit;
        };
    }

    /** At a place of its own, or where another one's bytes end, or a byte before. */
    private String address(int bytes, boolean isStore, String[] offset) {
        List<Access> others = accesses.stream().filter(access -> access.offset() < ROUND).toList();
        Access access = free(bytes, isStore);
        if (!others.isEmpty() && random.nextInt(4) == 0) {
            Access other = others.get(random.nextInt(others.size()));
            access = new Access(other.address(), Math.max(0, other.offset() + other.bytes() - bytes - random.nextInt(2)), bytes, isStore);
        }
        offset[0] = access.offset() == 0 ? "" : " offset=" + access.offset();
        String index = random.nextInt(4) == 0 ? "(i32.add (local.get $p%d) (local.get $step))" : "(local.get $p%d)";
        return at(access, index.formatted(access.address()));
    }

    private Access free(int bytes, boolean isStore) {
        Access access = new Access(random.nextInt(ADDRESSES), random.nextInt(ROUND - 16), bytes, isStore);
        boolean isTaken = accesses.stream().anyMatch(other -> other.address() == access.address() && other.offset() == access.offset());
        return isTaken ? free(bytes, isStore) : access;
    }

    private String at(Access access, String index) {
        accesses.add(access);
        return isTwin ? "(call $log (i32.const %d) %s)".formatted(accesses.size() - 1, index) : index;
    }

    private String load(String type) {
        boolean isLane = type.equals("v128") && random.nextInt(4) == 0;
        return load(any(isLane ? AccessOperator.LANE_LOADS : AccessOperator.loads(type)), isLane ? " (local.get $x_v128)" : "");
    }

    private String load(String instruction, String operand) {
        String[] offset = new String[1];
        String address = address(bytes(instruction), false, offset);
        return "(" + name(instruction).replaceFirst("( |$)", offset[0] + "$1") + " " + address + operand + ")";
    }

    private static int bytes(String instruction) {
        return Integer.parseInt(instruction.substring(instruction.indexOf(':') + 1));
    }

    private static String name(String instruction) {
        return instruction.substring(0, instruction.indexOf(':'));
    }

    /** Into a variable, and then somewhere, or nowhere. */
    private String loaded(String type) {
        String keep = "(local.set $t_%s %s)".formatted(type, value(type));
        return switch (random.nextInt(8)) {
            case 0 -> "(drop %s)".formatted(load(type)) + (random.nextBoolean() ? "" : lastByte(accesses.getLast(), random.nextInt(2)));
            case 1 -> "(local.set $x_%s %s)".formatted(type, load(type));
            case 2 -> "(local.set $t_TYPE LOAD) (if COND (then (local.set $t_TYPE (local.get $x_TYPE))))".replace("LOAD", load(type))
                    .replace("COND", condition()).replace("TYPE", type) + use(type);
            case 3 -> "(local.set $t_TYPE LOAD) (if COND (then USE))".replace("LOAD", load(type)).replace("COND", condition())
                    .replace("TYPE", type).replace("USE", use(type));
            default -> keep + use(type);
        };
    }

    /** Of what was accessed, or one before: what nobody needs is left out, and then only this can stand for its check, or can't. */
    private String lastByte(Access access, int before) {
        Access last = new Access(access.address(), Math.max(0, access.offset() + access.bytes() - 1 - before), 1, false);
        return "(local.set $t_i32 (i32.load8_u offset=%d %s))".formatted(last.offset(), at(last, "(local.get $p%d)".formatted(last.address())))
                + use("i32");
    }

    /** Something in which a loaded value is, or may be. */
    private String value(String type) {
        String load = load(type);
        String both = switch (random.nextInt(7)) {
            case 0 -> "(select LOAD OTHER COND)";
            case 1 -> "(select OTHER LOAD COND)";
            case 2 -> "(call $first_TYPE LOAD OTHER COND)";
            case 3 -> "(block $b (result TYPE) (drop (br_if $b LOAD COND)) OTHER)";
            default -> operation(type);
        };
        String condition = both.contains("COND") ? condition() : "";
        return both.replace("LOAD", load).replace("OTHER", "(local.get $x_TYPE)").replace("COND", condition).replace("TYPE", type);
    }

    private String operation(String type) {
        String truth = "(i32.eqz (i32.and (local.get $d) (i32.const %d)))".formatted(1 << random.nextInt(DECISIONS));
        return any(AccessOperator.operations(type)).replace("TRUTH", type.equals("i64") ? "(i64.extend_i32_u " + truth + ")" : truth);
    }

    /** Where somebody may look, of what {@code $t_...} holds. */
    private String use(String type) {
        return switch (random.nextInt(6)) {
            case 0 -> "(global.set $%1$s (local.get $t_%1$s))".formatted(type);
            case 1 -> "(call $use_%1$s (local.get $t_%1$s))".formatted(type);
            case 2 -> "(%1$s.store offset=%2$d (i32.const 0) (local.get $t_%1$s))".formatted(type, random.nextInt(SINKS));
            case 3 -> storeOf(type);
            case 4 -> "(local.set $x_%1$s (local.get $t_%1$s))".formatted(type);
            default -> "(global.set $%s)".formatted(any(AccessOperator.parts(type))).replace("VALUE", "(local.get $t_%s)".formatted(type));
        };
    }

    private String store(String type) {
        if (random.nextInt(4) == 0 && type.startsWith("i")) {
            return replaced(type);
        }
        return "(local.set $t_%1$s (local.get $x_%1$s))".formatted(type) + storeOf(type);
    }

    /** Of what {@code $t_...} holds. */
    private String storeOf(String type) {
        String store = any(AccessOperator.stores(type));
        String[] offset = new String[1];
        String address = address(bytes(store), true, offset);
        return "(%s %s (local.get $t_%s))".formatted(name(store).replaceFirst("( |$)", offset[0] + "$1"), address, type);
    }

    /** Loads, changes a part, and stores at the same place. */
    private String replaced(String type) {
        Access access = free(type.equals("i32") ? 4 : 8, false);
        String index = "(local.get $p%d)".formatted(access.address());
        String load = "(%s.load offset=%d %s)".formatted(type, access.offset(), at(access, index));
        String value =
                any(List.of("(TYPE.and LOAD (TYPE.const 0xffffff00))", "(TYPE.or LOAD (TYPE.const 1))", "(TYPE.add LOAD (TYPE.const 1))", "LOAD"))
                        .replace("LOAD", load).replace("TYPE", type);
        return "(local.set $t_%1$s %2$s) (%1$s.store offset=%3$d %4$s (local.get $t_%1$s))".formatted(type, value, access.offset(),
                at(new Access(access.address(), access.offset(), access.bytes(), true), index));
    }

    /** By what is 0 for one address only that the access in front of it can't have, or one near it. */
    private String divided() {
        String[] offset = new String[1];
        String first = "(i32.load%2$s %1$s)".formatted(address(4, false, offset), offset[0]);
        Access access = accesses.getLast();
        String index = "(local.get $p%d)".formatted(access.address());
        String again = "(i32.load%s %s)".formatted(offset[0], at(access, index));
        String quotient = "(i32.%s (local.get $d) (i32.sub (i32.const %d) %s))".formatted(any(List.of("div_u", "div_s", "rem_u")),
                PAGE - access.bytes() - access.offset() + 1 + random.nextInt(2), index);
        return switch (random.nextInt(3)) {
            case 0 -> "(drop %s) (local.set $t_i32 (i32.add %s %s))".formatted(first, again, quotient) + use("i32");
            case 1 -> "(local.set $t_i32 %s) (global.set $i32 %s) (local.set $x_i32 %s)".formatted(first, quotient, again) + use("i32");
            default -> "(local.set $t_i32 (i32.add %s %s)) (drop %s)".formatted(first, quotient, again) + use("i32");
        };
    }

    /** Two loads, of which the first makes the second's index small: it need not be computed with 32 bits then, nor its bits be added. */
    private String scaled() {
        boolean isSum = random.nextBoolean();
        int more = random.nextInt(ROUND);
        Access first = new Access(random.nextInt(3), (isSum ? PAGE / 2 : PAGE / 4 * 3) + more, 8, false);
        Access second = new Access(first.address(), isSum ? more + 7 : 0, 1, false);
        String index = "(local.get $p%d)".formatted(first.address());
        String other = isSum ? "(i32.add %s (i32.const %d))".formatted(index, PAGE / 2) : "(i32.shl %s (i32.const 2))".formatted(index);
        Supplier<String> load = () -> "(i64.load offset=%d %s)".formatted(first.offset(), at(first, index));
        String used = "(local.set $t_i32 (i32.load8_u offset=%d %s))".formatted(second.offset(), at(second, other)) + use("i32");
        return switch (random.nextInt(3)) {
            case 0 -> "(drop %s) %s (local.set $t_i64 %s)".formatted(load.get(), used, load.get()) + use("i64");
            case 1 -> "(local.set $t_i64 %s) %s (if %s (then %s))".formatted(load.get(), used, condition(), use("i64"));
            default -> "(drop %s) %s".formatted(load.get(), used);
        };
    }

    /** A vector of which a part was stored just now. */
    private String copied() {
        int from = random.nextInt(SINKS / 4) * 4;
        return "(i32.store offset=%d (i32.const 0) (local.get $x_i32)) (local.set $t_v128 (v128.load offset=%d (i32.const 0)))".formatted(from,
                Math.max(0, from - random.nextInt(4) * 4)) + storeOf("v128");
    }

    /** Numbers side by side, the last one first: it is the only one that has to be checked. */
    private String row() {
        String type = any(List.of("i32", "i64", "f32", "f64"));
        int bytes = type.endsWith("32") ? 4 : 8;
        int count = 1 << 1 + random.nextInt(3);
        int address = random.nextInt(ADDRESSES);
        int place = 2 * ROUND + ROUND * accesses.size();
        StringBuilder text = new StringBuilder();
        for (int i = count - 1; i >= 0; i--) {
            text.append("(%1$s.store offset=%2$d %3$s (%1$s.load offset=%4$d (i32.const 0)))".formatted(type, place + bytes * i,
                    at(new Access(address, place + bytes * i, bytes, true), "(local.get $p%d)".formatted(address)), bytes * i));
        }
        return text.toString();
    }
}
