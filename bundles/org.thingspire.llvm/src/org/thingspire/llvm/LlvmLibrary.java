// SPDX-License-Identifier: EPL-2.0
package org.thingspire.llvm;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;

import org.bytedeco.javacpp.Loader;

/**
 * Loads libLLVM and its Java binding from where they are. Left to itself, JavaCPP copies the 200 MB into the user's home, because
 * an OSGi bundle's resources don't look like files to it; and should that fail, it takes whatever LLVM the machine has.
 */
public final class LlvmLibrary {

    /** Each with the name under which JavaCPP asks for it, in the order in which they need each other. */
    private static final List<Library> LIBRARIES = List.of(
            new Library("LLVM@.19.1", "libLLVM.so.20.1"),
            new Library("LTO@.19.1", "libLTO.so.20.1"),
            new Library("Remarks@.19.1", "libRemarks.so.20.1"),
            new Library("jnijavacpp", "libjnijavacpp.so"),
            new Library("jniLLVM", "libjniLLVM.so"));

    private record Library(String name, String file) {
    }

    private LlvmLibrary() {
    }

    /**
     * Call this before the first use of a class of {@code org.bytedeco.llvm}; to call it again does nothing.
     *
     * @throws UnsatisfiedLinkError if a library is missing or not for this machine
     */
    public static void load(LlvmTools tools) {
        setUnlessGiven("org.bytedeco.javacpp.cacheLibraries", "false");
        // Or JavaCPP asks Linux at each allocation how much memory this process has, LLVM's included, and fails if that is much beside
        // Java's heap.
        setUnlessGiven("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        for (Library library : LIBRARIES) {
            Loader.loadLibrary(Loader.class, new URL[] {url(tools.home().resolve(library.file()))}, library.name());
        }
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
