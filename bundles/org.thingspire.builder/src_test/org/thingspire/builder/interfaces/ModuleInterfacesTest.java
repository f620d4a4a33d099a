// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.problem.Problem;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyReader;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wit.WitFolder;
import org.thingspire.wit.host.HostFunction;
import org.thingspire.wit.host.HostInterfaces;

/** A module that uses a meter, held against the meter's interface. */
class ModuleInterfacesTest {

    private static final String METER = "a:b/meter";

    @TempDir
    private Path folder;

    private static final HostInterfaces HOST = new HostInterfaces(
            List.of(new HostFunction("thingspire:host/log", "write", new CoreSignature(List.of(), List.of()), "ts_host_log_write")), List.of(),
            List.of());

    private final List<ModuleInterface.Import> imports = new ArrayList<>();
    private final List<ModuleInterface.Export> exports = new ArrayList<>();

    private void imports(String module, String function, String parameters, String results) {
        imports.add(new ModuleInterface.Import(module, function, CoreSignature.of(parameters, results)));
    }

    private void exports(String name, String parameters, String results) {
        exports.add(new ModuleInterface.Export(name, CoreSignature.of(parameters, results)));
    }

    /** What follows the interface of the meter. */
    private String others = "";

    /** @param functions what the interface of the meter has */
    private List<String> problems(String functions) throws IOException {
        Files.createDirectories(folder.resolve("wit"));
        Files.writeString(folder.resolve("wit/a.wit"), "package a:b;\ninterface meter {\n" + functions + "\n}\n" + others);
        WitFolder.Content wit = WitFolder.read(folder);
        assertThat(wit.problems()).isEmpty();
        TopologyFile topology = TopologyReader.parse(folder.resolve("t.topology"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <topology:Topology xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:topology="http://thingspire.org/topology/1" name="t">
                  <modules name="user" source="user.c"/>
                </topology:Topology>
                """);
        ModuleInterface user = new ModuleInterface(imports, exports, Optional.empty(), 0, OptionalLong.empty(), OptionalLong.empty());
        return ModuleInterfaces.check(topology, wit.interfaces(), HOST, Map.of("user", user)).stream().map(this::shown).toList();
    }

    private String shown(Problem problem) {
        return problem.toString().replace(folder + "/", "");
    }

    @Test
    void whatIsDeclaredMayBeImportedAndExported() throws IOException {
        imports(METER, "read", "il", "f");
        exports(METER + "#read", "il", "f");

        assertThat(problems("record at { channel: u8, time: u64 }\nread: func(at: at) -> f32;")).isEmpty();
    }

    @Test
    void anotherTypeIsAnErrorAtTheDeclaration() throws IOException {
        imports(METER, "read", "i", "d");
        exports(METER + "#read", "vre", "");

        assertThat(problems("read: func(channel: u8) -> f32;")).containsExactly(
                "wit/a.wit:3: error: module \"user\" imports \"read\" as (i32) -> f64, but it is declared as (i32) -> f32."
                        + " Correct it in user.c, or here.",
                "wit/a.wit:3: error: module \"user\" exports \"read\" as (v128, funcref, externref), but it is declared as (i32) -> f32."
                        + " Correct it in user.c, or here.");
    }

    @Test
    void anUnknownFunctionIsAnErrorAtTheInterface() throws IOException {
        imports(METER, "reed", "", "f");
        exports(METER + "#reset", "", "");
        exports(METER + "#read", "", "f");

        assertThat(problems("read: func() -> f32;")).containsExactly(
                "wit/a.wit:2: error: module \"user\" imports a:b/meter#reed, but this interface has no function \"reed\"."
                        + " Did you mean \"read\"?",
                "wit/a.wit:2: error: module \"user\" exports a:b/meter#reset, but this interface has no function \"reset\"."
                        + " Known functions: read.");
    }

    @Test
    void whoExportsAnInterfaceExportsAllOfIt() throws IOException {
        exports(METER + "#read", "", "f");

        assertThat(problems("read: func() -> f32;\nreset: func();")).containsExactly(
                "wit/a.wit:4: error: module \"user\" exports others of interface a:b/meter, but not \"reset\"."
                        + " Export it as a:b/meter#reset, or move it to an interface of its own.");
    }

    @Test
    void whoImportsAnInterfaceTakesWhatItNeeds() throws IOException {
        imports(METER, "read", "", "f");

        assertThat(problems("read: func() -> f32;\nreset: func();")).isEmpty();
    }

    @Test
    void callsThatCanNotBePassedAreRefusedWithWhatCan() throws IOException {
        imports(METER, "name", "i", "");
        imports(METER, "[resource-drop]valve", "i", "");

        assertThat(problems("name: func() -> string;\nresource valve;")).containsExactly(
                "wit/a.wit:3: error: module \"user\" calls name, but it returns a string. What modules pass each other are numbers, enums,"
                        + " flags, and records and variants of these: at most 16 numbers there and one back.",
                "wit/a.wit:2: error: module \"user\" imports a:b/meter#[resource-drop]valve: handles of resources can not be passed yet."
                        + " Pass a number that the exporting module knows the thing by.");
    }

    @Test
    void whatNobodyCallsMayTakeAnything() throws IOException {
        exports(METER + "#name", "", "i");
        exports("cabi_post_" + METER + "#name", "i", "");
        exports("cabi_realloc", "iiii", "i");

        assertThat(problems("name: func() -> string;")).isEmpty();
    }

    @Test
    void anInterfaceThatIsMissingInItsPackageIsPointedAt() throws IOException {
        imports("a:b/metre", "read", "", "f");
        imports("a:b/metre", "reset", "", "");
        exports("a:b/user#run", "", "");

        assertThat(problems("read: func() -> f32;")).containsExactly(
                "user.c: warning: module \"user\" imports the interface a:b/metre, which no WIT file declares."
                        + " Did you mean \"a:b/meter\"? Otherwise declare it in a WIT file.",
                "user.c: warning: module \"user\" exports the interface a:b/user, which no WIT file declares."
                        + " Declare it in a WIT file.");
    }

    @Test
    void whatTheRuntimeOffersMayBeDeclaredAndTakesStrings() throws IOException {
        others = "package thingspire:host { interface log { write: func(text: string); } }";
        imports("thingspire:host/log", "write", "ii", "");

        assertThat(problems("")).isEmpty();

        imports("thingspire:host/log", "write", "i", "");
        assertThat(problems("")).singleElement().asString().contains("imports \"write\" as (i32), but it is declared as (i32, i32)");
    }

    @Test
    void packagesWithoutWitAreNobodysBusiness() throws IOException {
        imports("wasi_snapshot_preview1", "fd_write", "iiii", "i");
        imports("thingspire:host/clock", "now", "", "l");
        exports("c:d/e#run", "", "");

        assertThat(problems("read: func() -> f32;")).isEmpty();
    }
}
