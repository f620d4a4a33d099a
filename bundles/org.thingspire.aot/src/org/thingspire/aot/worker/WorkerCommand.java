// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.AotCompiler;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.wasm.CoreType;

import run.endive.wasm.Parser;

/**
 * How a worker is started: with the Java that runs this process, and from the same jars and folders, whether a class path or OSGi
 * named them.
 */
final class WorkerCommand {

    /**
     * An archive of the worker's classes (class data sharing), which halves the time until it is ready. Java takes it for exactly the
     * class path that it was made with: that of the process that names it.
     */
    private static final String ARCHIVE = System.getProperty("thingspire.compiler.classes");

    private WorkerCommand() {
    }

    static List<String> words() {
        LlvmTools llvm = LlvmTools.bundled();
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Most of the time is LLVM's; what is Java's has to start quickly.
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        if (ARCHIVE != null) {
            // Should the archive be unfit, Java is slower, and has nothing to say about it.
            words.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        }
        // A crash is told on the error stream, to go into the reproducer, and leaves no files lying about.
        words.addAll(List.of("-XX:+ErrorFileToStderr", "-XX:-CreateCoredumpOnCrash", "-XX:+ExitOnOutOfMemoryError"));
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.library.path=" + llvm.home(), "-cp", classPath(),
                Worker.class.getName()));
        return words;
    }

    private static String classPath() {
        return ARCHIVE != null ? System.getProperty("java.class.path")
                : Stream.of(AotCompiler.class, CoreType.class, LlvmTools.class, LLVMValueRef.class, Loader.class, Parser.class)
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
