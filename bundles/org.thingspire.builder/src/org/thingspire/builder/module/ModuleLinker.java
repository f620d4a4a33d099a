// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.thingspire.aot.ModuleReader;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.MissingPackageException;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.rule.MemorySizes;

/**
 * Links objects of C to a module, and divides its memory budget.
 *
 * <p>The stack stands below the data ({@code --stack-first}), so that a module that overflows it leaves its memory at
 * the lower end and traps, and doesn't overwrite its own data. If the placement doesn't say how large it is, it gets what data
 * leave: how much that is, a link with the smallest stack tells.
 *
 * <p>The C library is offered only to a module that has a {@code main}, or can't be linked without: so it costs the others nothing.
 */
final class ModuleLinker {

    /** Stack of a module without a budget, in bytes: an eighth of wasm-ld's own default. More is never chosen. */
    private static final int LARGEST_STACK = 8192;
    /** The same where {@code printf} knows {@code long double}. */
    private static final int LONG_DOUBLE_STACK = 16_384;
    /** Chosen where data leave less, so that the budget is found to be too small: room for one line of ts_log. */
    private static final int SMALLEST_STACK = 192;
    /** Of the budget of a module with a heap of its own this part is stack. */
    private static final int STACK_SHARE = 4;
    /** Where a heap begins. Who uses it names it, so its name stands in the symbols of one of the objects. */
    private static final String HEAP_BASE = "__heap_base";
    private static final String MEMORY = "memory";
    /** What a module whose C library has a heap contains, by its name. */
    private static final String SBRK = "sbrk";
    /** What clang makes of {@code main} with and without parameters. */
    private static final Pattern MAIN = Pattern.compile("__main_void|__main_argc_argv");
    /** Helpers for arithmetic of {@code long double} (LLVM's RuntimeLibcalls.def, the ones of 128 bits). */
    private static final Pattern LONG_DOUBLE = Pattern.compile("__(extend[sd]ftf2|float(un)?[sd]itf|(add|sub|mul|div)tf3)");

    private final Installation installation;
    private final Optional<WasmLibc> libc;
    private final WasmClang clang;
    private final Path projectFolder;
    private final Progress progress;

    ModuleLinker(Installation installation, Optional<WasmLibc> libc, WasmClang clang, Path projectFolder, Progress progress) {
        this.installation = installation;
        this.libc = libc;
        this.clang = clang;
        this.projectFolder = projectFolder;
        this.progress = progress;
    }

    /**
     * @param sources what the objects were made of; those of others are the SDK's and the C library's
     * @return warnings, of this link or of the one that made the module
     * @throws UserException if objects don't fit together
     * @throws MissingPackageException if the module takes a C library, which is not installed
     */
    List<Problem> link(List<Path> objects, MemoryBudget budget, Path wasm, String module, CSources sources) throws InterruptedException {
        LinkMessages messages = new LinkMessages(module, sources);
        Path printed = wasm.resolveSibling(wasm.getFileName() + ".messages");
        List<String> flags = List.of("--no-entry", "--stack-first", "--export=" + HEAP_BASE, "--gc-sections");
        Fingerprint inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags).add(budget).add(libc)
                .addFile(Sdk.sbrk(installation)).add(printed.getFileName());
        libc.ifPresent(there -> inputs.addFile(there.archive()).addFile(there.builtins()));
        objects.forEach(inputs::addFile);
        new Step(wasm).run(inputs.hex(), output -> {
            progress.working("link " + wasm.getFileName());
            String text = link(flags, objects, budget, output, messages);
            Files.writeString(printed, text);
            UserException.throwIfErrors(messages.parse(text));
            UserException.throwIfErrors(new ExportCheck(module, sources).run(interfaceOf(output), Set.of(MEMORY, HEAP_BASE)));
            return List.of(printed);
        });
        try {
            return messages.parse(Files.readString(printed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What wasm-ld printed when it made the module. */
    private String link(List<String> flags, List<Path> objects, MemoryBudget budget, Path output, LinkMessages messages)
            throws IOException, InterruptedException {
        if (contains(objects, MAIN)) {
            return linkWithLibc(flags, objects, budget, output, messages);
        }
        Division division = new Division(budget, LARGEST_STACK);
        Linking alone = new Linking(flags, objects, output, messages);
        Command.Outcome outcome = alone.attempt(division.firstStack());
        return LinkMessages.tellsOfUndefined(outcome) ? linkWithLibc(flags, objects, budget, output, messages)
                : alone.divide(division, contains(objects, Pattern.compile(HEAP_BASE)), alone.checked(outcome));
    }

    private String linkWithLibc(List<String> flags, List<Path> objects, MemoryBudget budget, Path output, LinkMessages messages)
            throws IOException, InterruptedException {
        boolean isCommand = contains(objects, MAIN);
        boolean hasLongDouble = contains(objects, LONG_DOUBLE);
        if (libc.isEmpty()) {
            if (!isCommand && !hasLongDouble) {
                new Linking(flags, objects, output, messages).run(SMALLEST_STACK);
            }
            throw WasmLibc.missing();
        }
        List<Path> all = new ArrayList<>(objects);
        all.add(isCommand ? libc.get().commandStart() : libc.get().reactorStart());
        if (budget.bytes().isPresent()) {
            Path sbrk = objects.getFirst().resolveSibling("libc").resolve(SBRK + ".o");
            clang.compileSdk(Sdk.sbrk(installation), sbrk, "MEMORY_BYTES=" + budget.bytes().getAsInt());
            all.add(sbrk);
        }
        if (hasLongDouble) {
            all.add(libc.get().longDoubleArchive());
        }
        all.add(libc.get().archive());
        all.add(libc.get().builtins());
        Division division = new Division(budget, hasLongDouble ? LONG_DOUBLE_STACK : LARGEST_STACK);
        Linking linking = new Linking(flags, all, output, messages);
        String printed = linking.run(division.firstStack());
        return linking.divide(division, contains(List.of(output), Pattern.compile(SBRK)), printed);
    }

    /**
     * How much of a module's memory is stack.
     *
     * @param largest bytes; more is only given if the placement asks for it
     */
    private record Division(MemoryBudget budget, int largest) {

        /** The one to begin with: final, unless the module's data decide. */
        int firstStack() {
            return budget.stack().orElse(budget.bytes().isPresent() ? SMALLEST_STACK : largest);
        }

        boolean dependsOnData() {
            return budget.stack().isEmpty() && budget.bytes().isPresent();
        }

        /** @param endOfData in a module with the smallest stack */
        int stack(boolean hasHeap, long endOfData) {
            int bytes = budget.bytes().getAsInt();
            return hasHeap ? MemorySizes.largestStack(Math.min(largest, bytes / STACK_SHARE))
                    : MemorySizes.largestStack((int) Math.clamp(bytes - endOfData + SMALLEST_STACK, SMALLEST_STACK, largest));
        }
    }

    private static boolean contains(List<Path> objects, Pattern name) throws IOException {
        for (Path object : objects) {
            if (name.matcher(new String(Files.readAllBytes(object), StandardCharsets.ISO_8859_1)).find()) {
                return true;
            }
        }
        return false;
    }

    /** One module's link, which can be repeated with another stack. */
    private final class Linking {

        private final List<String> flags;
        private final List<Path> objects;
        private final Path output;
        private final LinkMessages messages;

        Linking(List<String> flags, List<Path> objects, Path output, LinkMessages messages) {
            this.flags = flags;
            this.objects = objects;
            this.output = output;
            this.messages = messages;
        }

        /** What wasm-ld printed. */
        String run(int stack) throws InterruptedException {
            return checked(attempt(stack));
        }

        /** Without saying what is wrong if it fails. */
        Command.Outcome attempt(int stack) throws InterruptedException {
            return Command.of(installation.llvm().lld()).add("-flavor", "wasm").addAll(flags)
                    .add("-z", "stack-size=" + stack).addAll(objects).add("-o", projectFolder.relativize(output)).in(projectFolder).run();
        }

        String checked(Command.Outcome outcome) {
            if (!outcome.succeeded()) {
                throw new UserException(messages.failure(outcome));
            }
            return outcome.output();
        }

        /**
         * After a run with the stack to begin with.
         *
         * @param printed by that run
         * @return what the last run printed
         */
        String divide(Division division, boolean hasHeap, String printed) throws IOException, InterruptedException {
            return division.dependsOnData() ? run(division.stack(hasHeap, endOfData())) : printed;
        }

        private long endOfData() throws IOException {
            return interfaceOf(output).heapBase().orElseThrow();
        }
    }

    private static ModuleInterface interfaceOf(Path wasm) throws IOException {
        try {
            return ModuleReader.interfaceOf(Files.readAllBytes(wasm));
        } catch (CompileException e) {
            throw new IllegalStateException("wasm-ld made no module: " + wasm, e);
        }
    }
}
