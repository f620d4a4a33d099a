// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;
import org.thingspire.wit.WitFolder;
import org.thingspire.wit.model.Function;

/** The expected types follow from CanonicalABI.md, "Flattening". */
class FlatteningTest {

    private static final String TYPES = """
            package house:climate;
            interface all {
                type celsius = f32;
                record reading { value: celsius, when: u64 }
                record only { value: celsius }
                variant mixed { none, number(u32), real(f32) }
                variant wide { number(u32), long(u64), both(reading) }
                enum level { low, high }
                flags doors { front, back }
                resource valve;
                f: func%s;
            }
            """;

    @TempDir
    private Path folder;

    private Function function(String signature) throws Exception {
        Path file = folder.resolve("wit/a.wit");
        Files.createDirectories(file.getParent());
        Files.writeString(file, TYPES.formatted(signature));
        WitFolder.Content content = WitFolder.read(folder);
        assertThat(content.problems()).isEmpty();
        return content.interfaces().find("house:climate/all").orElseThrow().function("f").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ()                                                      | ()
            (a: bool, b: s8, c: u8, d: s16, e: u16, f: s32, g: u32) | (i32, i32, i32, i32, i32, i32, i32)
            (a: s64, b: u64, c: f32, d: f64, e: char)               | (i64, i64, f32, f64, i32)
            (a: celsius) -> celsius                                 | (f32) -> f32
            (a: string)                                             | (i32, i32)
            (a: string, b: u64)                                     | (i32, i32, i64)
            (a: list<u8>)                                           | (i32, i32)
            (a: tuple<u8, string>)                                  | (i32, i32, i32)
            (a: tuple<string, list<u8>>, b: f32) -> u8              | (i32, i32, i32, i32, f32) -> i32
            (a: list<reading>)                                      | (i32, i32)
            (a: map<string, u8>)                                    | (i32, i32)
            (a: list<u16, 3>)                                       | (i32, i32, i32)
            (a: reading)                                            | (f32, i64)
            (a: tuple<u8, reading>)                                 | (i32, f32, i64)
            (a: level) -> doors                                     | (i32) -> i32
            () -> only                                              | () -> f32
            (a: mixed)                                              | (i32, i32)
            (a: wide)                                               | (i32, i64, i64)
            (a: option<f64>)                                        | (i32, f64)
            (a: result)                                             | (i32)
            (a: result<u64, f32>)                                   | (i32, i64)
            (a: result<_, string>)                                  | (i32, i32, i32)
            (a: valve, b: borrow<valve>)                            | (i32, i32)
            (a: stream<u8>) -> future                               | (i32) -> i32
            () -> result                                            | () -> i32
            (a: list<f32, 3>, b: list<u64, 2>)                      | (f32, f32, f32, i64, i64)
            """)
    void valuesThatFitArePassedAsTheyAre(String signature, String core) throws Exception {
        Function function = function(signature);

        assertThat(new Flattening().signature(function, Direction.IMPORT)).hasToString(core);
        assertThat(new Flattening().signature(function, Direction.EXPORT)).hasToString(core);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            () -> string                             | (i32)                | () -> i32
            (a: string) -> list<u8>                  | (i32, i32, i32)      | (i32, i32) -> i32
            (a: u64) -> reading                      | (i64, i32)           | (i64) -> i32
            () -> option<u8>                         | (i32)                | () -> i32
            (a: list<u8, 17>) -> u8                  | (i32) -> i32         | (i32) -> i32
            (a: list<u8, 2000000000>) -> reading     | (i32, i32)           | (i32) -> i32
            (a: list<string, 9>) -> string           | (i32, i32)           | (i32) -> i32
            (a: list<reading, 8>, b: u8)             | (i32)                | (i32)
            """)
    void whatDoesNotFitIsPassedThroughMemory(String signature, String imported, String exported) throws Exception {
        Function function = function(signature);

        assertThat(new Flattening().signature(function, Direction.IMPORT)).hasToString(imported);
        assertThat(new Flattening().signature(function, Direction.EXPORT)).hasToString(exported);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (a: string)                  | takes a string in "a"
            (a: option<list<u8>>)        | takes a list in "a"
            (a: tuple<u8, map<u8, u8>>)  | takes a map in "a"
            (a: u8) -> valve             | returns a handle of a resource
            (a: stream<u8>)              | takes a stream in "a"
            () -> reading                | returns more than one number
            () -> option<u8>             | returns more than one number
            (a: list<u8, 17>)            | takes more than 16 numbers
            """)
    void whatCanNotBePassedBetweenModulesSaysWhy(String signature, String obstacle) throws Exception {
        assertThat(new NumbersOnly(new Flattening()).obstacle(function(signature))).contains(obstacle);
    }

    @Test
    void asManyPointersAndLengthsPassAsNumbersDo() throws Exception {
        CoreSignature eight = new Flattening().signature(function("(a: list<string, 8>)"), Direction.IMPORT);

        assertThat(eight.parameters()).hasSize(16).containsOnly(CoreType.I32);
    }

    @Test
    void numbersPass() throws Exception {
        Function function = function("(a: reading, b: wide, c: level, d: doors, e: list<u8, 9>) -> only");

        assertThat(new Flattening().signature(function, Direction.IMPORT).parameters()).hasSize(16);
        assertThat(new NumbersOnly(new Flattening()).obstacle(function)).isEmpty();
    }
}
