// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An Eclipse in a folder of its own, driven as a user would from a shell.
 *
 * @param folder the one with {@code plugins} and {@code configuration}
 */
record EclipseInstallation(Path folder) {

    private static final int LIMIT_SECONDS = 1200;

    static EclipseInstallation copyOf(Path original, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(original.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return new EclipseInstallation(folder);
    }

    /** Has p2's director install features or bundles from a site, as Help &gt; Install New Software does. */
    void install(Path site, String... units) throws IOException, InterruptedException {
        install(List.of(site), units);
    }

    void install(List<Path> sites, String... units) throws IOException, InterruptedException {
        String repositories = sites.stream().map(site -> site.toUri().toString()).collect(Collectors.joining(","));
        run(List.of(), List.of("-application", "org.eclipse.equinox.p2.director", "-repository", repositories,
                "-installIU", String.join(",", units)), Map.of(), folder.resolve("install.log"));
    }

    /** Has p2's publisher make a site. {@code source} holds the bundles in a folder {@code plugins}. */
    void publish(Path source, Path site) throws IOException, InterruptedException {
        String repository = site.toUri().toString();
        run(List.of(), List.of("-application", "org.eclipse.equinox.p2.publisher.FeaturesAndBundlesPublisher", "-source",
                source.toString(), "-metadataRepository", repository, "-artifactRepository", repository, "-publishArtifacts"),
                Map.of(), folder.resolve("publish.log"));
    }

    /** Names of all bundles that p2 has installed, each with its version: {@code org.eclipse.gef 3.28.0}. */
    List<String> bundles() throws IOException {
        try (Stream<String> lines = Files.lines(bundlesInfo())) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split(",")).map(words -> words[0] + " " + words[1]).toList();
        }
    }

    /** Adds a bundle beside those that p2 manages. */
    void add(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            String name = manifest.getValue("Bundle-SymbolicName").split(";")[0];
            String line = String.join(",", name, manifest.getValue("Bundle-Version"), jar.toUri().toString(), "4", "false");
            Files.write(bundlesInfo(), List.of(line), StandardOpenOption.APPEND);
        }
    }

    /**
     * Until the workbench is closed, which a bundle that was added does.
     *
     * @param option of Java: what that bundle wants to know
     */
    void runWorkbench(VirtualScreen screen, Path workspace, String option, Path log) throws IOException, InterruptedException {
        run(List.of(option), List.of("-data", workspace.toString()), on(screen), log);
    }

    /** Like {@link #runWorkbench}, by the start script that the product has. What it keeps for the next start is in {@code cache}. */
    void runStartScript(VirtualScreen screen, Path workspace, String option, Path cache, Path log) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(on(screen));
        environment.putAll(Map.of("JAVA_TOOL_OPTIONS", option, "JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", cache.toString()));
        run(List.of(folder.resolve("thingspire-workbench").toString(), "-nosplash", "-consoleLog", "-data", workspace.toString()), environment,
                log);
    }

    private static Map<String, String> on(VirtualScreen screen) {
        return Map.of("DISPLAY", screen.display(), "GDK_BACKEND", "x11", "NO_AT_BRIDGE", "1");
    }

    private void run(List<String> javaOptions, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", launcher().toString(), "-nosplash", "-consoleLog"));
        command.addAll(arguments);
        run(command, environment, log);
    }

    private static void run(List<String> command, Map<String, String> environment, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(ended && process.exitValue() == 0).as(() -> "%s\nended %s:\n%s".formatted(command, ended, text(log))).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Path bundlesInfo() {
        return folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    }

    private Path launcher() throws IOException {
        try (Stream<Path> plugins = Files.list(folder.resolve("plugins"))) {
            return plugins.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_")).findAny().orElseThrow();
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
