// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.thingspire.builder.size.LinkMap.Input;

/**
 * Tells from an input's file whose it is. Files are given as the linker was given them, or by any number of last path elements
 * ({@code control.o}, {@code controller/control.o}); of several that fit, the longest counts.
 *
 * @param modules object file to module name
 * @param wiring object files of the generated wiring
 * @param runtime the runtime's archive, such as {@code libthingspire.a}
 * @param runtimePart from the name of a member of that archive to the part that a report shows
 */
public record OwnerRules(Map<Path, String> modules, Set<Path> wiring, Path runtime, UnaryOperator<String> runtimePart) {

    private static final Pattern VERSION_AND_ENDING = Pattern.compile("(-[0-9.]+)?\\.a$");

    public OwnerRules {
        modules = Map.copyOf(modules);
        wiring = Set.copyOf(wiring);
    }

    /** The part of a runtime whose members are named {@code <folder>_<source>.o}; a name without a folder is its own part. */
    public static String folderOf(String member) {
        int end = member.indexOf('_');
        return end > 0 ? member.substring(0, end) : member;
    }

    Owner ownerOf(Input input) {
        if (input.isInternal()) {
            return ownerOfInternal(input.section());
        }
        if (!input.archive().isEmpty()) {
            Path archive = Path.of(input.archive());
            return archive.endsWith(runtime)
                    ? new Owner(Owner.Kind.RUNTIME, runtimePart.apply(input.file()))
                    : new Owner(Owner.Kind.LIBRARY, libraryName(archive.getFileName().toString()));
        }
        Path object = Path.of(input.file());
        Optional<Path> module = modules.keySet().stream().filter(object::endsWith).max(Comparator.comparingInt(Path::getNameCount));
        if (module.isPresent()) {
            return new Owner(Owner.Kind.MODULE, modules.get(module.get()));
        }
        return wiring.stream().anyMatch(object::endsWith)
                ? Owner.WIRING
                : new Owner(Owner.Kind.LIBRARY, object.getFileName().toString());
    }

    /** Names of mergeable sections are fixed by compilers: {@code .rodata.str<width>.<alignment>} and {@code .rodata.cst<width>}. */
    private static Owner ownerOfInternal(String section) {
        if (section.startsWith(".rodata")) {
            return Owner.MERGED;
        }
        return switch (section) {
            case ".ARM.exidx", ".eh_frame_hdr" -> Owner.UNWINDING;
            default -> Owner.TABLES;
        };
    }

    /** Without ending and version: glibc calls its {@code libm.a} {@code libm-2.36.a}. */
    private static String libraryName(String archive) {
        return VERSION_AND_ENDING.matcher(archive).replaceFirst("");
    }
}
