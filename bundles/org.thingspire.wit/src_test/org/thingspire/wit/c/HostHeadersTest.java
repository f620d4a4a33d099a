// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.wit.WitFolder;
import org.thingspire.wit.model.Interface;

class HostHeadersTest {

    @TempDir
    private Path folder;

    private List<Interface> interfaces(String content) throws IOException {
        Files.writeString(folder.resolve("a.wit"), content);
        WitFolder.Content read = WitFolder.readFolder(folder);
        assertThat(read.problems()).isEmpty();
        return read.interfaces().interfaces();
    }

    private List<Interface> store(String items) throws IOException {
        return interfaces("package thingspire:host;\ninterface key-store {\n" + items + "\n}\n");
    }

    private static String text(List<CHeader> headers) {
        return headers.stream().map(CHeader::text).collect(Collectors.joining());
    }

    @Test
    void aModuleGivesTheRuntimeAPointerAndALengthForAStringOrBytes() throws IOException {
        assertThat(text(HostHeaders.forModules(store("/// Keeps it.\nput: func(key: string, value: list<u8>) -> bool;")))).contains("""
                /* Keeps it. */
                __attribute__((import_module("thingspire:host/key-store"), import_name("put")))
                _Bool ts_key_store_put(const char *key, size_t key_length, const uint8_t *value, size_t value_length);
                """);
    }

    @Test
    void theRuntimeGetsThemAsOffsetsInTheMemoryOfTheCaller() throws IOException {
        assertThat(text(HostHeaders.forRuntime(store("put: func(key: string, value: list<u8>) -> bool;"))))
                .contains("bool ts_host_key_store_put(ts_caller caller, uint32_t key, uint32_t key_length, uint32_t value, uint32_t value_length);");
    }

    @Test
    void lengthsAndTheCallerKeepTheirNamesApart() throws IOException {
        assertThat(text(HostHeaders.forRuntime(store("f: func(caller: u8, a: string, a-length: u16);"))))
                .contains("void ts_host_key_store_f(ts_caller caller, uint8_t caller_, uint32_t a, uint32_t a_length, uint16_t a_length_);");
    }

    @Test
    void aRecordWithAStringIsPassedAsItsFields() throws IOException {
        assertThat(text(HostHeaders.forModules(store("type name = string;\nrecord r { key: name, at: u64 }\nf: func(a: r);"))))
                .contains("void ts_key_store_f(const char *a_key, size_t a_key_length, uint64_t a_at);");
    }

    @Test
    void enumsHaveNamesOfTheirOwnOnEitherSide() throws IOException {
        List<Interface> interfaces = store("enum level { low }\ntype on = bool;\nf: func(a: level, b: on);");

        assertThat(text(HostHeaders.forModules(interfaces))).contains("typedef uint8_t ts_key_store_level_t;", "#define TS_KEY_STORE_LEVEL_LOW ",
                "typedef _Bool ts_key_store_on_t;", "void ts_key_store_f(ts_key_store_level_t a, ts_key_store_on_t b);");
        assertThat(text(HostHeaders.forRuntime(interfaces))).contains("#define TS_HOST_KEY_STORE_LEVEL_LOW ",
                "void ts_host_key_store_f(ts_caller caller, ts_host_key_store_level_t a, ts_host_key_store_on_t b);");
    }

    @Test
    void oneHeaderIncludesAll() throws IOException {
        List<Interface> interfaces = interfaces("package thingspire:host; interface b {} interface a {}");

        assertThat(HostHeaders.forModules(interfaces).getLast()).satisfies(whole -> {
            assertThat(whole.fileName()).isEqualTo("thingspire_host.h");
            assertThat(whole.text()).contains("#include \"thingspire_host_b.h\"\n#include \"thingspire_host_a.h\"\n");
        });
        assertThat(HostHeaders.forRuntime(interfaces)).extracting(CHeader::fileName)
                .containsExactly("thingspire_host_b.h", "thingspire_host_a.h", "host.h");
    }

    @Test
    void wasiHasTheNamesOfTheTimeBeforeWitAndNoPlaceInTheSdk() throws IOException {
        List<Interface> interfaces =
                interfaces("package thingspire:host; package wasi:snapshot { interface preview1 { fd-close: func(fd: u32) -> u32; } }");
        Interface preview1 = interfaces.getFirst();

        assertThat(HostNames.importedModule(preview1)).isEqualTo("wasi_snapshot_preview1");
        assertThat(HostNames.importedName(preview1, "fd-close")).isEqualTo("fd_close");
        assertThat(text(HostHeaders.forRuntime(interfaces))).contains("uint32_t ts_wasi_fd_close(ts_caller caller, uint32_t fd);");
        assertThat(text(HostHeaders.forModules(interfaces))).doesNotContain("fd_close");
    }
}
