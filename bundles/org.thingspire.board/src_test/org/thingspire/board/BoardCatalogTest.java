// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

class BoardCatalogTest {

    private static final String SMALL = """
            {
              "name": "small", "title": "Small board", "arch": "armv7m", "os": "none", "core": "Cortex-M3", "cpuHz": 25000000,
              "target": { "triple": "thumbv7m-none-eabi", "cpu": "cortex-m3", "features": "", "floatAbi": "soft" },
              "flash": { "origin": "0x08000000", "size": 131072 },
              "ram": { "origin": "0x20000000", "size": 8192 },
              "uarts": [
                { "role": "console", "driver": "u", "base": "0x40004000", "clockHz": 25000000, "baud": 115200, "irqs": [1, 2] },
                { "role": "link", "driver": "u", "base": "0x40005000", "clockHz": 25000000, "baud": 115200, "irqs": [3] }
              ],
              "sensorChannels": 2,
              "outputs": [ { "name": "led", "driver": "gpio", "bit": 7 } ],
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
        assertThat(small.uarts().getFirst()).isEqualTo(new Board.Uart("console", "u", 0x4000_4000, 25_000_000, 115_200, List.of(1, 2)));
        assertThat(small.outputs()).containsExactly(new Board.Output("led", "gpio", 0, 7));
        assertThat(small.qemuMachine()).contains("smallboard");
        assertThat(small.isHosted()).isFalse();
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
        describe("e", "{\n  \"name\": tru,");
        describe("f", "[]");
        describe("g", SMALL.replace("\"small\"", "\"g\"").replace("sensorChannels", "sensorChanels"));
        describe("h", SMALL.replace("\"small\"", "\"h\"").replace("[3]", "[2,e3]"));
        describe("i", SMALL.replace("\"small\"", "\"i\"").replace("\"link\"", "\"console\""));
        describe("j", SMALL.replace("\"small\"", "\"j\"").replace("\"size\": 8192", "\"size\": 4294967296"));
        describe("k", SMALL.replace("\"small\"", "\"k\"").replace("\"0x40005000\"", "-1"));

        UserException e = catchThrowableOfType(UserException.class, () -> BoardCatalog.read(folder));

        assertThat(e.problems()).extracting(Problem::message).satisfiesExactly(
                a -> assertThat(a).isEqualTo("board description is damaged: \"target.cpu\" is missing or not a text"),
                b -> assertThat(b).isEqualTo("board description is damaged: \"ram.origin\" is not a whole number: \"twenty\""),
                c -> assertThat(c).isEqualTo("board description is damaged: \"name\" is \"small\", but the folder is \"c\""),
                d -> assertThat(d).isEqualTo("board description is damaged: \"uarts[1].role\" is missing or not a text"),
                e1 -> assertThat(e1).isEqualTo("board description is damaged: here is no JSON"),
                f -> assertThat(f).isEqualTo("board description is damaged: it is not a JSON object"),
                g -> assertThat(g).isEqualTo("board description is damaged: there is no field \"sensorChanels\", but \"sensorChannels\""),
                h -> assertThat(h).isEqualTo("board description is damaged: here is no JSON"),
                i -> assertThat(i).isEqualTo("board description is damaged: \"uarts\" has 2 with the role \"console\", but one prints"),
                j -> assertThat(j).isEqualTo("board description is damaged: \"ram\" reaches beyond the last address"),
                k -> assertThat(k).isEqualTo("board description is damaged: \"uarts[1].base\" is not a whole number: -1"));
        assertThat(e.problems().get(4).line()).isEqualTo(2);
        assertThat(e.problems().get(7).line()).isEqualTo(8);
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
