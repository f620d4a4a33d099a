// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.AotCompiler;
import org.thingspire.llvm.LlvmTools;

import run.endive.wasm.Parser;

/**
 * How a worker is started: with the Java that runs this process, and from the same jars and folders, whether a class path or OSGi
 * named them.
 */
final class WorkerCommand {

    private WorkerCommand() {
    }

    static List<String> words() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        LlvmTools llvm = LlvmTools.bundled();
        return List.of(java.toString(),
                // Most of the time is LLVM's; what is Java's has to start quickly.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                // A crash is told on the error stream, to go into the reproducer, and leaves no files lying about.
                "-XX:+ErrorFileToStderr", "-XX:-CreateCoredumpOnCrash", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED", "-Djava.library.path=" + llvm.home(), "-Dthingspire.llvm=" + llvm.home(),
                "-cp", classPath(), Worker.class.getName());
    }

    private static String classPath() {
        return Stream.of(AotCompiler.class, LlvmTools.class, LLVMValueRef.class, Loader.class, Parser.class)
                .map(WorkerCommand::origin).map(Path::toString).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static Path origin(Class<?> member) {
        try {
            return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
