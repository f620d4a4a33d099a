// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.thingspire.aot.CompileException;
import org.thingspire.aot.ModuleInterface;
import org.thingspire.build.Installation;
import org.thingspire.build.Progress;
import org.thingspire.build.step.Fingerprint;
import org.thingspire.build.step.Step;
import org.thingspire.build.tool.Command;
import org.thingspire.topology.UserException;

/**
 * Links objects of C to a module, and divides its memory budget.
 *
 * <p>The stack stands below the data ({@code --stack-first}), so that a module that overflows it leaves its memory at
 * the lower end and traps, and doesn't overwrite its own data. If the placement doesn't say how large it is, it gets what data
 * leave: how much that is, a link with the smallest stack tells.
 */
final class ModuleLinker {

    /** Stack of a module without a budget, in bytes: an eighth of wasm-ld's own default. More is never chosen. */
    private static final int LARGEST_STACK = 8192;
    /** Chosen where data leave less, so that the budget is found to be too small: room for one line of ts_log. */
    private static final int SMALLEST_STACK = 192;
    /** Of the budget of a module with a heap of its own this part is stack. */
    private static final int STACK_SHARE = 4;
    private static final int STACK_ALIGNMENT = 16;
    /** Where a heap begins. Who uses it names it, so its name stands in the symbols of one of the objects. */
    private static final String HEAP_BASE = "__heap_base";

    private final Installation installation;
    private final Path projectFolder;
    private final Progress progress;

    ModuleLinker(Installation installation, Path projectFolder, Progress progress) {
        this.installation = installation;
        this.projectFolder = projectFolder;
        this.progress = progress;
    }

    /** @param messages tells whose sources are wrong if objects don't fit together */
    void link(List<Path> objects, MemoryBudget budget, Path wasm, ToolMessages messages) throws InterruptedException {
        List<String> flags = List.of("--no-entry", "--stack-first", "--export=" + HEAP_BASE, "--gc-sections");
        Fingerprint inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags).add(budget);
        objects.forEach(inputs::addFile);
        new Step(wasm).run(inputs.hex(), output -> {
            progress.working("link " + wasm.getFileName());
            Linking linking = new Linking(flags, objects, output, messages);
            linking.run(stack(budget, linking));
            return List.of();
        });
    }

    private int stack(MemoryBudget budget, Linking linking) throws IOException, InterruptedException {
        if (budget.stack().isPresent()) {
            return budget.stack().getAsInt();
        }
        if (budget.bytes().isEmpty()) {
            return LARGEST_STACK;
        }
        int bytes = budget.bytes().getAsInt();
        if (linking.hasHeap()) {
            return align(Math.min(LARGEST_STACK, bytes / STACK_SHARE));
        }
        linking.run(SMALLEST_STACK);
        long left = bytes - linking.endOfData() + SMALLEST_STACK;
        return align((int) Math.clamp(left, SMALLEST_STACK, LARGEST_STACK));
    }

    private static int align(int bytes) {
        return bytes & -STACK_ALIGNMENT;
    }

    /** One module's link, which can be repeated with another stack. */
    private final class Linking {

        private final List<String> flags;
        private final List<Path> objects;
        private final Path output;
        private final ToolMessages messages;

        Linking(List<String> flags, List<Path> objects, Path output, ToolMessages messages) {
            this.flags = flags;
            this.objects = objects;
            this.output = output;
            this.messages = messages;
        }

        void run(int stack) throws InterruptedException {
            Command.Outcome outcome = Command.of(installation.llvm().lld()).add("-flavor", "wasm").addAll(flags)
                    .add("-z", "stack-size=" + stack).addAll(objects).add("-o", output).in(projectFolder).run();
            if (!outcome.succeeded()) {
                throw new UserException(messages.failure(outcome, "wasm-ld"));
            }
        }

        boolean hasHeap() throws IOException {
            for (Path object : objects) {
                if (new String(Files.readAllBytes(object), StandardCharsets.ISO_8859_1).contains(HEAP_BASE)) {
                    return true;
                }
            }
            return false;
        }

        long endOfData() throws IOException {
            try {
                return ModuleInterface.read(Files.readAllBytes(output)).heapBase().orElseThrow();
            } catch (CompileException e) {
                throw new IllegalStateException("wasm-ld made no module of " + objects, e);
            }
        }
    }
}
