// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QmpTest {

    @TempDir
    private Path folder;

    /** Who stops a run as soon as a node has printed enough may do so while the last node is only just told to begin. */
    @Test
    @Tag("qemu")
    void whoIsInterruptedGetsTheAnswerAndStaysInterrupted() throws Exception {
        Path socket = folder.resolve("control");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process qemu = new ProcessBuilder("qemu-system-arm", "-M", "none", "-display", "none", "-qmp", "unix:" + socket).start();
            try (Qmp qmp = new Qmp("node", server.accept(), event -> {})) {
                qmp.handshake();

                Thread.currentThread().interrupt();
                for (int i = 0; i < 2; i++) {
                    assertThat(qmp.execute("query-status").has("return")).isTrue();
                }

                assertThat(Thread.interrupted()).isTrue();
            } finally {
                qemu.destroyForcibly().waitFor();
            }
        }
    }
}
