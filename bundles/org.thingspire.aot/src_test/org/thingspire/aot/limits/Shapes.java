// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.limits;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Modules in the text format that are large in one way each. With twice the number each has about twice the instructions, and should take a
 * compiler about twice the time.
 */
final class Shapes {

    private static final int LOCALS = 8;

    private Shapes() {
    }

    /** By their names. */
    static Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
        shapes.put("cases that go on with the next round of a loop", Shapes::interpreter);
        shapes.put("decisions one after the other", Shapes::decisions);
        shapes.put("decisions within each other", Shapes::nestedDecisions);
        shapes.put("loops one after the other", Shapes::loops);
        shapes.put("loops within each other, in many functions", Shapes::nestedLoops);
        shapes.put("ways out of one block", Shapes::exits);
        shapes.put("cases with results of their own", Shapes::cases);
        shapes.put("accesses without a decision", Shapes::straight);
        shapes.put("loads of unrelated addresses", Shapes::loads);
        shapes.put("tests for null", Shapes::nullTests);
        shapes.put("one expression", Shapes::expression);
        shapes.put("functions", Shapes::functions);
        shapes.put("functions that call the next", Shapes::calls);
        shapes.put("imports", Shapes::imports);
        shapes.put("globals", Shapes::globals);
        shapes.put("segments of data", Shapes::data);
        return shapes;
    }

    /** A loop around a switch, whose cases compute with local variables, write and go back to the loop's head. */
    static String interpreter(int count) {
        String blocks = each(count, i -> "(block $c%d".formatted(count - 1 - i));
        String labels = each(count, "$c%d"::formatted);
        String cases = each(count, i -> """
                (local.set $r%d (i32.add (local.get $r%d) (i32.mul (local.get $r%d) (i32.const %d))))
                (i32.store offset=%d (i32.and (local.get $r%d) (i32.const 1023)) (local.get $r%d)) (br $top)%s
                """.formatted(i % LOCALS, (i * 7 + 1) % LOCALS, (i * 5 + 3) % LOCALS, i + 3, i * 4 % 4096, i % LOCALS, (i + 1) % LOCALS,
                i < count - 1 ? ")" : ""));
        return module("""
                (func (export "run") (param $pc i32) (result i32) %s
                  (block $end (loop $top %s
                    (br_table %s $end (i32.load8_u (local.tee $pc (i32.add (local.get $pc) (i32.const 1))))))
                    %s))
                  (i32.xor (local.get $r0) (local.get $r1)))
                """.formatted(each(LOCALS, "(local $r%d i32)"::formatted), blocks, labels, cases));
    }

    static String decisions(int count) {
        return module("(func (export \"run\") (param $a i32) (param $b i32) (result i32)" + each(count, i -> """
                (if (i32.lt_u (local.get $a) (i32.load offset=%d (local.get $b)))
                  (then (local.set $b (i32.add (local.get $b) (i32.load8_u (local.get $a)))))
                  (else (i32.store (local.get $b) (local.get $a))))
                """.formatted(i * 4 % 4096)) + "(local.get $b))");
    }

    static String nestedDecisions(int count) {
        return module("(func (export \"run\") (param $a i32) (param $b i32) (result i32)" + each(count, i -> """
                (if (i32.lt_u (local.get $a) (i32.load offset=%d (local.get $b)))
                  (then (local.set $b (i32.add (local.get $b) (i32.load8_u (local.get $a))))
                """.formatted(i * 4 % 4096)) + "))".repeat(count) + "(local.get $b))");
    }

    static String loops(int count) {
        return module("(func (export \"run\") (param $n i32) (local $i i32)" + each(count, i -> """
                (local.set $i (i32.const 0))
                (loop $l
                  (i32.store offset=%d (local.get $i) (i32.add (i32.load (local.get $i)) (local.get $n)))
                  (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))
                """.formatted(i * 4 % 4096)) + ")");
    }

    private static String nestedLoops(int count) {
        int depth = 6;
        String body = "(i32.store (local.get $i0) (i32.add (i32.load (local.get $i%d)) (local.get $i1)))".formatted(depth - 1);
        for (int i = depth - 1; i >= 0; i--) {
            body = """
                    (local.set $i%1$d (i32.const 0))
                    (loop $l%1$d %2$s
                      (br_if $l%1$d (i32.lt_u (local.tee $i%1$d (i32.add (local.get $i%1$d) (i32.const 4))) (local.get $n))))
                    """.formatted(i, body);
        }
        String nest = body;
        return module(each(count / 16 + 1, i -> "(func (export \"run%d\") (param $n i32) %s %s)".formatted(i,
                each(depth, "(local $i%d i32)"::formatted), nest)));
    }

    static String exits(int count) {
        return module("(func (export \"run\") (param $a i32) (param $b i32) (result i32) (block $out (result i32)" + each(count, i -> """
                (drop (br_if $out (i32.add (local.get $b) (i32.const %d)) (i32.eq (local.get $a) (i32.load offset=%d (local.get $b)))))
                (local.set $b (i32.load offset=4 (local.get $b)))
                """.formatted(i, i * 4 % 4096)) + "(local.get $b)))");
    }

    private static String cases(int count) {
        String blocks = each(count, i -> "(block $c%d".formatted(count - 1 - i));
        return module("(func (export \"run\") (param $a i32) (result i32) (block $end " + blocks
                + "(br_table " + each(count, "$c%d"::formatted) + " $end (local.get $a)))"
                + each(count, i -> "(return (i32.mul (i32.load offset=%d (local.get $a)) (i32.const %d)))%s"
                        .formatted(i * 4 % 4096, i * i, i < count - 1 ? ")" : ""))
                + ") (local.get $a))");
    }

    static String straight(int count) {
        return module("(func (export \"run\") (param $a i32) (param $b i32)" + each(count, i -> """
                (i32.store offset=%1$d (local.get $a) (i32.add (i32.load offset=%1$d (local.get $b)) (i32.load (local.get $a))))
                """.formatted(i * 4 % 4096)) + ")");
    }

    static String loads(int count) {
        return module("(func (export \"run\") (param $a i32) (result i32) (local $sum i32)" + each(count, i -> """
                (local.set $sum (i32.xor (local.get $sum) (i32.load offset=%d (i32.rotl (local.get $a) (i32.const %d)))))
                """.formatted(i / 31 * 4 % 4096, i % 31 + 1)) + "(local.get $sum))");
    }

    static String nullTests(int count) {
        return module("(func (export \"run\") (param $p i32) (result i32) (block $null (result i32)" + each(count, i -> """
                (drop (br_if $null (i32.const %d) (i32.eqz (local.get $p))))
                (local.set $p (i32.load (local.get $p)))
                """.formatted(i)) + "(local.get $p)))");
    }

    private static String expression(int count) {
        return module("(func (export \"run\") (param $a i32) (result i32) " + "(i32.add (i32.load (local.get $a)) ".repeat(count)
                + "(local.get $a)" + ")".repeat(count) + ")");
    }

    private static String functions(int count) {
        return module(
                each(count, i -> "(func (export \"f%1$d\") (param i32) (result i32) (i32.add (i32.load offset=%1$d (local.get 0)) (i32.const %1$d)))"
                        .formatted(i)));
    }

    private static String calls(int count) {
        return module(each(count, i -> """
                (func $f%1$d (param i32) (result i32)
                  (i32.add (call $f%2$d (i32.load offset=%1$d (local.get 0))) (call $f%2$d (i32.const %1$d))))
                """.formatted(i, i + 1)) + "(func $f%d (param i32) (result i32) (local.get 0))".formatted(count)
                + "(export \"run\" (func $f0))");
    }

    private static String imports(int count) {
        return "(module " + each(count, "(import \"host\" \"f%1$d\" (func $f%1$d (param i32) (result i32)))"::formatted)
                + "(func (export \"run\") (param i32) (result i32) (local.get 0)" + each(count, "(call $f%d)"::formatted) + "))";
    }

    private static String globals(int count) {
        return module(each(count, "(global $g%1$d (mut i32) (i32.const %1$d))"::formatted) + "(func (export \"run\") (param i32)"
                + each(count, i -> "(global.set $g%d (i32.add (global.get $g%d) (local.get 0)))".formatted(i, (i * 7 + 1) % count)) + ")");
    }

    private static String data(int count) {
        return module(each(count, i -> "(data (i32.const %d) \"segment %d\")".formatted(i * 16 % 60_000, i)));
    }

    private static String module(String content) {
        return "(module (memory 1) " + content + ")";
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(" "));
    }
}
