// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads {@code .topology} files. What comes back is complete as far as the text alone can tell: well-formed, only known
 * elements and attributes, every reference leads somewhere. Whether it makes sense is for
 * {@link org.thingspire.topology.validate.Validator} to say.
 */
public final class TopologyReader {

    private TopologyReader() {
    }

    /** @throws UserException with every problem found, if the file can not be read as a topology */
    public static TopologyFile read(Path file) {
        return parse(file, readText(file));
    }

    /**
     * Reads a topology from text, for editors whose text is not saved yet.
     *
     * @param file what problems say the file is; not opened
     * @throws UserException as {@link #read}
     */
    public static TopologyFile parse(Path file, String text) {
        return new TopologyParser(file, text).parse();
    }

    private static String readText(Path file) {
        try {
            // A decoder of its own, because it refuses malformed input; new String() would replace it silently.
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new UserException(Problem.error(file, "file does not exist", "Check the path."));
        } catch (CharacterCodingException e) {
            throw new UserException(Problem.error(file, "file is not UTF-8 text", "Save it in the encoding UTF-8."));
        } catch (IOException e) {
            throw new UserException(Problem.error(file, "file can not be read (" + IoReason.of(e) + ")", "Check that it is a readable file."));
        }
    }
}
