// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * A connection to QEMU's control socket, which speaks the QEMU Machine Protocol: one JSON object per line; a greeting, then
 * answers to our commands, in between events.
 *
 * @see <a href="https://www.qemu.org/docs/master/interop/qmp-spec.html">QMP specification</a>
 */
final class Qmp implements AutoCloseable {

    /** QEMU answers in milliseconds; after this long (in ms) it hangs. */
    private static final long PATIENCE_MS = 60_000;

    /** In place of an answer: the connection has ended. */
    private static final JsonObject GONE = new JsonObject();

    private final SocketChannel channel;
    private final Consumer<String> events;
    private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();

    /** @param events gets the name of each event, such as {@code STOP}, in the thread that reads the socket */
    Qmp(String node, SocketChannel channel, Consumer<String> events) {
        this.channel = channel;
        this.events = events;
        Thread.ofPlatform().daemon().name("QMP of " + node).start(this::readAll);
    }

    /** The first thing to do: QEMU greets and wants to be told that we are ready for commands. */
    void handshake() throws IOException {
        answer("greeting");
        execute("qmp_capabilities");
    }

    /**
     * Sends a command without arguments and returns what QEMU answers. Whoever is interrupted gets the answer, too, and stays interrupted:
     * it is a matter of milliseconds, and without it nobody would know what QEMU does.
     */
    synchronized JsonObject execute(String command) throws IOException {
        boolean interrupted = Thread.interrupted(); // a channel closes if it is used by a thread that is
        try {
            JsonObject request = new JsonObject();
            request.addProperty("execute", command);
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(request + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            JsonObject answer = answer(command);
            if (answer.has("error")) {
                throw new IOException("QEMU refuses " + command + ": " + answer.getAsJsonObject("error").get("desc").getAsString());
            }
            return answer;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing that we sent is lost: each command was answered.
        }
    }

    private JsonObject answer(String to) throws IOException {
        JsonObject answer = next(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS));
        if (answer == null) {
            throw new IOException("QEMU does not answer (" + to + ")");
        }
        if (answer == GONE) {
            answers.add(GONE);
            throw new IOException("QEMU is gone (" + to + ")");
        }
        return answer;
    }

    /** Null if none comes until then. */
    private JsonObject next(long deadline) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answers.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void readAll() {
        try (Scanner messages = new Scanner(channel, StandardCharsets.UTF_8)) {
            while (messages.hasNextLine()) {
                received(messages.nextLine());
            }
        }
        answers.add(GONE);
    }

    private void received(String line) {
        try {
            JsonObject message = JsonParser.parseString(line).getAsJsonObject();
            if (message.has("event")) {
                events.accept(message.get("event").getAsString());
            } else {
                answers.add(message);
            }
        } catch (JsonParseException | IllegalStateException e) {
            // No message of the protocol; whoever waits for one will say that none came.
        }
    }
}
