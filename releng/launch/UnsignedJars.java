// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies the jars of a class path into one folder and leaves their signatures out: Java verifies a signed jar at every start
 * and keeps its classes out of the archive of loaded classes, which together costs half a second.
 *
 * <p>Arguments: a file with one jar a line; the folder. Prints the class path of the copies.
 */
final class UnsignedJars {

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<String> copies = new ArrayList<>();
        for (String jar : Files.readAllLines(Path.of(arguments[0]))) {
            Path copy = folder.resolve(Path.of(jar).getFileName());
            copyWithoutSignature(Path.of(jar), copy);
            copies.add(copy.toString());
        }
        System.out.println(String.join(":", copies));
    }

    private static void copyWithoutSignature(Path jar, Path copy) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile()); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry : in.stream().filter(entry -> isWanted(entry.getName())).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = in.getInputStream(entry)) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    /** No signatures, and no native libraries: those are loaded from where the build has unpacked them. */
    private static boolean isWanted(String name) {
        return !name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)") && !name.startsWith("org/bytedeco/llvm/linux-x86_64/");
    }
}
