// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.topology.Problem;
import org.thingspire.topology.UserException;
import org.thingspire.topology.model.NodeKind;

class BoardCatalogTest {

    private static final String SMALL = """
            {
              "name": "small", "title": "Small board", "port": "armv7m", "core": "Cortex-M3", "cpuHz": 25000000,
              "target": { "triple": "thumbv7m-none-eabi", "cpu": "cortex-m3", "features": "", "floatAbi": "soft" },
              "flash": { "origin": "0x08000000", "size": 131072 },
              "ram": { "origin": "0x20000000", "size": 8192 },
              "uarts": [ { "role": "console", "driver": "u" }, { "role": "link", "driver": "u" } ],
              "sensorChannels": 2,
              "outputs": [ { "name": "led", "driver": "gpio" } ],
              "qemu": { "machine": "smallboard" }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void readsWhatTheWorkbenchNeeds() throws IOException {
        describe("small", SMALL);

        Board small = BoardCatalog.read(folder).find("small").orElseThrow();

        assertThat(small.title()).isEqualTo("Small board");
        assertThat(small.target()).isEqualTo(new Board.Target("thumbv7m-none-eabi", "cortex-m3", "", "soft"));
        assertThat(small.flash()).contains(new Board.Memory(0x0800_0000, 131_072));
        assertThat(small.ram()).contains(new Board.Memory(0x2000_0000, 8192));
        assertThat(small.uartsFor(Board.Uart.LINK)).hasSize(1);
        assertThat(small.uartsFor(Board.Uart.SENSOR)).isEmpty();
        assertThat(small.sensorChannels()).isEqualTo(2);
        assertThat(small.outputs()).containsExactly("led");
        assertThat(small.qemuMachine()).contains("smallboard");
        assertThat(small.kinds()).containsExactly(NodeKind.DEVICE);
    }

    @Test
    void listsBoardsByNameAndIgnoresOtherFiles() throws IOException {
        describe("small", SMALL);
        describe("big", SMALL.replace("\"small\"", "\"big\""));
        Files.writeString(folder.resolve("README.md"), "boards");
        Files.createDirectory(folder.resolve("drafts"));

        BoardCatalog boards = BoardCatalog.read(folder);

        assertThat(boards.names()).containsExactly("big", "small");
        assertThat(boards.find("other")).isEmpty();
    }

    @Test
    void namesWhatIsWrongInEachDamagedDescription() throws IOException {
        describe("a", SMALL.replace("\"small\"", "\"a\"").replace("\"cpu\"", "\"gpu\""));
        describe("b", SMALL.replace("\"small\"", "\"b\"").replace("\"0x20000000\"", "\"twenty\""));
        describe("c", SMALL);
        describe("d", SMALL.replace("\"small\"", "\"d\"").replace("{ \"role\": \"link\"", "{ \"rôle\": \"link\""));
        describe("e", "{ \"name\": ");
        describe("f", "[]");

        UserException e = catchThrowableOfType(UserException.class, () -> BoardCatalog.read(folder));

        assertThat(e.problems()).extracting(Problem::message).satisfiesExactly(
                a -> assertThat(a).isEqualTo("board description is damaged: \"target.cpu\" is missing or not a text"),
                b -> assertThat(b).isEqualTo("board description is damaged: \"ram.origin\" is not a whole number: twenty"),
                c -> assertThat(c).isEqualTo("board description is damaged: \"name\" is \"small\", but the folder is \"c\""),
                d -> assertThat(d).isEqualTo("board description is damaged: \"uarts[1].role\" is missing or not a text"),
                f -> assertThat(f).startsWith("board description is damaged: it is not JSON: "),
                f -> assertThat(f).isEqualTo("board description is damaged: it is not a JSON object"));
        assertThat(e.problems().get(0).file()).isEqualTo(folder.resolve("a/board.json"));
    }

    @Test
    void reportsAMissingFolder() {
        assertThatThrownBy(() -> BoardCatalog.read(folder.resolve("none"))).isInstanceOf(UserException.class)
                .hasMessageContaining("the boards can not be read");
    }

    private void describe(String name, String json) throws IOException {
        Files.createDirectory(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("board.json"), json);
    }
}
