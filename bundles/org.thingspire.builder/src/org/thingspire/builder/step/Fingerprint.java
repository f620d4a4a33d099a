// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.thingspire.problem.IoReason;

/**
 * The SHA-256 of everything that a build step's result depends on. Contents count, time stamps don't: a file that was
 * touched, or changed and changed back, is the same file.
 */
public final class Fingerprint {

    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Adds a value as its text; the length goes along, so that "ab","c" and "a","bc" differ. */
    public Fingerprint add(Object value) {
        return add(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Fingerprint addAll(Iterable<?> values) {
        values.forEach(this::add);
        return this;
    }

    public Fingerprint add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /** Adds a file's content; a file that isn't there counts as such. */
    public Fingerprint addFile(Path file) {
        try {
            return Files.exists(file) ? add(Files.readAllBytes(file)) : add("absent");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file + ": " + IoReason.of(e), e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
