// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the sockets of one running application, readable by its user alone. Sockets are named after what they are for;
 * unlike port numbers nobody else can take them, and nobody else can connect.
 */
public final class SocketFolder implements AutoCloseable {

    /** {@code sun_path} of unix(7) has 108 bytes; the last is zero. */
    private static final int LONGEST_PATH = 107;

    private final Path path;

    private SocketFolder(Path path) {
        this.path = path;
    }

    public static SocketFolder create() throws IOException {
        return new SocketFolder(Files.createTempDirectory("thingspire"));
    }

    public Path path() {
        return path;
    }

    /** The path for a socket; nothing is created. */
    public Path socket(String name) throws IOException {
        return socket(path, name);
    }

    public static Path socket(Path folder, String name) throws IOException {
        Path socket = folder.resolve(name);
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new IOException("the path " + socket + " is too long for a socket; make java.io.tmpdir name a folder with a shorter path");
        }
        return socket;
    }

    /** Listens, so that a program which is started now can connect at once. */
    public static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            return server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** Deletes the folder and all sockets in it. */
    @Override
    public void close() {
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
