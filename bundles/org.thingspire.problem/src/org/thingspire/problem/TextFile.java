// SPDX-License-Identifier: EPL-2.0
package org.thingspire.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads and replaces the text files of a project; whatever is wrong when reading is a problem that the user can solve. */
public final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {
    }

    /**
     * The whole text, without a byte order mark.
     *
     * @throws UserException if there is no such file, or it can not be read, or is not UTF-8
     */
    public static String read(Path file) {
        try {
            // A decoder of its own, because it refuses malformed input; new String() would replace it silently.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (NoSuchFileException e) {
            throw new UserException(Problem.error(file, "file does not exist", "Check the path."));
        } catch (CharacterCodingException e) {
            throw new UserException(Problem.error(file, "file is not UTF-8 text", "Save it in the encoding UTF-8."));
        } catch (IOException e) {
            throw new UserException(Problem.error(file, "file can not be read (" + IoReason.of(e) + ")",
                    "Check that it is a file and that you may read it."));
        }
    }

    /** Replaces a file's text in one step, or leaves the file as it was. A byte order mark stays: {@link #read} did not show it. */
    public static void replace(Path file, String text) throws IOException {
        AtomicFile.write(file, hasByteOrderMark(file) ? BYTE_ORDER_MARK + text : text);
    }

    private static boolean hasByteOrderMark(Path file) throws IOException {
        byte[] mark = BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }
}
