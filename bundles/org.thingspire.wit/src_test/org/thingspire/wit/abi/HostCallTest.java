// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.wit.WitFolder;

class HostCallTest {

    private static final String TYPES = """
            package lab:host;
            interface all {
                type name = string;
                type byte = u8;
                type bytes = list<byte>;
                record entry { key: name, value: bytes }
                record point { x: s16, y: s16 }
                variant mixed { none, number(u32) }
                enum level { low, high }
                flags doors { front, back }
                resource valve { open: static func(); }
                %s
            }
            """;

    @TempDir
    private Path folder;

    private Optional<String> obstacle(String function) throws IOException {
        Files.writeString(folder.resolve("a.wit"), TYPES.formatted(function));
        WitFolder.Content content = WitFolder.readFolder(folder);
        assertThat(content.problems()).isEmpty();
        return new HostCall(new Flattening()).obstacle(content.interfaces().interfaces().getFirst().functions().getLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"f: func();", "f: func(a: u8, b: f64, c: char, d: level) -> doors;", "f: func(a: string) -> u32;",
            "f: func(a: list<u8>, b: bytes, c: name);", "f: func(a: entry, b: tuple<point, string>) -> u64;",
            "f: func(a: string, b: string, c: string, d: string, e: string, f: string, g: string, h: string);"})
    void numbersStringsAndBytesCanBeTaken(String function) throws IOException {
        assertThat(obstacle(function)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f: func() -> string;          | returns a string or list, for which the module's cabi_realloc would have to be called
            f: func() -> bytes;           | returns a string or list, for which the module's cabi_realloc would have to be called
            f: func() -> point;           | returns more than one number, for which there would have to be a return area
            f: func() -> option<u8>;      | returns an option
            f: func(a: list<u16>);        | takes a list of something else than u8, or of fixed length, in "a"
            f: func(a: list<u8, 4>);      | takes a list of something else than u8, or of fixed length, in "a"
            f: func(a: list<string>);     | takes a list of something else than u8, or of fixed length, in "a"
            f: func(a: tuple<u8, mixed>); | takes a variant in "a"
            f: func(a: result);           | takes a result in "a"
            f: func(a: map<u8, u8>);      | takes a map in "a"
            f: func(a: borrow<valve>);    | takes a handle of a resource in "a"
            f: func(a: stream<u8>);       | takes a stream in "a"
            f: func(a: entry, b: entry, c: entry, d: entry, e: u8); | takes more than 16 numbers
            """)
    void whatCanNotBePassedSaysWhy(String function, String obstacle) throws IOException {
        assertThat(obstacle(function)).contains(obstacle);
    }

    @Test
    void resourcesCanNotBeOffered() throws IOException {
        assertThat(obstacle("")).contains("belongs to a resource");
    }
}
