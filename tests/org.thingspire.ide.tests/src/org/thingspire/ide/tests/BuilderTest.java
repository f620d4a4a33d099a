// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.thingspire.builder.setup.Profile;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.build.ProjectBuild;
import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.TopologyFile;
import org.thingspire.topology.TopologyReader;
import org.thingspire.topology.TopologyText;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.TopologyFactory;

class BuilderTest {

    private static final String CONTROL = "modules/control.c";
    private static final String WIT = "wit/climate.wit";
    private static final String ELF = "build/release/nodes/controller/controller.elf";

    @Test
    void newProjectIsNamedAfterItself() throws Exception {
        try (TestProject project = TestProject.create("greenhouse", "empty")) {
            assertTrue(project.project().hasNature(IdeIds.NATURE));
            assertEquals("greenhouse.topology", project.topology().getName());
            assertTrue(project.read("greenhouse.topology").contains("name=\"greenhouse\""));
        }
    }

    @Test
    void whatIsBuiltIsDerived() throws Exception {
        try (TestProject project = TestProject.create("derived", "thermostat")) {
            project.build();

            assertTrue(project.project().getFile(ELF).exists());
            assertTrue(project.project().getFile(ELF).isDerived(IResource.CHECK_ANCESTORS));
            assertFalse(project.project().getFile(CONTROL).isDerived(IResource.CHECK_ANCESTORS));
        }
    }

    @Test
    void brokenCIsMarkedAtLineAndColumnUntilItIsMended() throws Exception {
        try (TestProject project = TestProject.create("broken-c", "thermostat")) {
            project.replace(CONTROL, "heating = wanted;", "heating = wantd;");
            project.build();

            List<IMarker> problems = project.problems();
            assertEquals(1, problems.size(), project.problemTexts().toString());
            IMarker problem = problems.getFirst();
            assertEquals(project.project().getFile(CONTROL), problem.getResource());
            assertEquals(IMarker.SEVERITY_ERROR, problem.getAttribute(IMarker.SEVERITY, -1));
            assertTrue(problem.getAttribute(IMarker.MESSAGE, "").contains("use of undeclared identifier 'wantd'"));
            assertEquals("wantd", markedText(problem));

            project.replace(CONTROL, "heating = wantd;", "heating = wanted;");
            project.build();
            assertEquals(List.of(), project.problemTexts());
        }
    }

    @Test
    void compilerWarningsAreMarkedAndStopNothing() throws Exception {
        try (TestProject project = TestProject.create("warned", "thermostat")) {
            project.replace(CONTROL, "heating = wanted;", "int unused; heating = wanted;");
            project.build();

            IMarker problem = project.problems().getFirst();
            assertEquals(IMarker.SEVERITY_WARNING, problem.getAttribute(IMarker.SEVERITY, -1));
            assertTrue(project.project().getFile(ELF).exists());
            List<String> warning = project.problemTexts();

            project.write("modules/relay.wat", "(module\n  (func (export \"x\") (i32.bogus)))\n");
            project.build();
            assertTrue(project.problemTexts().containsAll(warning), "while another module is broken: " + project.problemTexts());
            assertTrue(project.problemTexts().stream().anyMatch(text -> text.startsWith("modules/relay.wat:2: ")));
        }
    }

    @Test
    void brokenWatIsMarkedAtItsLine() throws Exception {
        try (TestProject project = TestProject.create("broken-wat", "thermostat")) {
            project.write("modules/relay.wat", "(module\n  (func (export \"x\") (i32.bogus)))\n");
            project.build();

            assertTrue(project.problemTexts().stream().anyMatch(text -> text.startsWith("modules/relay.wat:2: ")),
                    project.problemTexts().toString());
        }
    }

    @Test
    void brokenWitIsMarkedAtLineAndWordUntilItIsMended() throws Exception {
        try (TestProject project = TestProject.create("broken-wit", "thermostat")) {
            project.replace(WIT, "read: func() -> f32;", "read: func() -> celsius;");
            project.build();

            List<IMarker> problems = project.problems();
            assertEquals(1, problems.size(), project.problemTexts().toString());
            IMarker problem = problems.getFirst();
            assertEquals(project.project().getFile(WIT), problem.getResource());
            assertEquals(11, problem.getAttribute(IMarker.LINE_NUMBER, -1));
            assertEquals(IMarker.SEVERITY_ERROR, problem.getAttribute(IMarker.SEVERITY, -1));
            assertEquals("celsius", markedText(problem));

            project.replace(WIT, "read: func() -> celsius;", "read: func() -> f32;");
            project.build();
            assertEquals(List.of(), project.problemTexts());
        }
    }

    @Test
    void modulesThatDisagreeWithAnInterfaceAreMarkedThere() throws Exception {
        try (TestProject project = TestProject.create("disagreeing", "thermostat")) {
            project.replace(WIT, "set: func(on: bool);", "set: func(on: f32);");
            project.build();

            assertEquals(1, project.problems().size(), project.problemTexts().toString());
            IMarker problem = project.problems().getFirst();
            assertEquals(project.project().getFile(WIT), problem.getResource());
            assertEquals("set", markedText(problem));
            assertTrue(problem.getAttribute(IMarker.MESSAGE, "").startsWith("module \"relay\" exports \"set\" as (i32)"));
        }
    }

    @Test
    void brokenTopologyIsMarked() throws Exception {
        try (TestProject project = TestProject.create("broken-topology", "thermostat")) {
            String good = project.read("broken-topology.topology");
            project.write("broken-topology.topology", good.replace("board=\"mps2-an385\"", "board=\"mps2-an999\""));
            project.build();
            assertTrue(project.problemTexts().getFirst().startsWith("broken-topology.topology:7: "), project.problemTexts().toString());

            project.write("broken-topology.topology", good.replace("</topology:Topology>", ""));
            project.build();
            assertTrue(project.problemTexts().getFirst().startsWith("broken-topology.topology:"), project.problemTexts().toString());

            project.write("broken-topology.topology", good);
            project.build();
            assertEquals(List.of(), project.problemTexts());
        }
    }

    @Test
    void projectWithoutTopologyIsMarkedItself() throws Exception {
        try (TestProject project = TestProject.create("no-topology", "empty")) {
            project.topology().delete(true, null);
            project.build();

            IMarker problem = project.problems().getFirst();
            assertEquals(project.project(), problem.getResource());
            assertTrue(problem.getAttribute(IMarker.MESSAGE, "").startsWith("there is no .topology file in this folder"));
        }
    }

    @Test
    void fileOfNoConcernBuildsNothing() throws Exception {
        try (TestProject project = TestProject.create("calm", "thermostat")) {
            project.build();
            IFile elf = project.project().getFile(ELF);
            project.project().getFolder("build").delete(true, null);

            project.build();

            assertFalse(elf.exists(), "a change below build/ must not build");
        }
    }

    @Test
    void aNodeThatIsMovedInTheDiagramBuildsNothing() throws Exception {
        try (TestProject project = TestProject.create("drawn", "thermostat")) {
            project.build();
            Map<Path, FileTime> made = whatWasMade(project);

            moveGateway(project, 300);
            new ProjectBuild(project.project(), Profile.RELEASE).run(new NullProgressMonitor());
            assertEquals(made, whatWasMade(project), "a build that is asked for makes nothing again");

            project.project().getFolder("build").delete(true, null);
            moveGateway(project, 310);
            project.build();
            assertFalse(project.project().getFile(ELF).exists(), "the diagram alone must not build");

            project.replace("drawn.topology", "periodMs=\"100\"", "periodMs=\"200\"");
            project.build();
            assertTrue(project.project().getFile(ELF).exists(), "a task is more than the diagram");
        }
    }

    /** As the editor saves it. */
    private static void moveGateway(TestProject project, int x) throws Exception {
        TopologyFile file = TopologyReader.parse(Path.of("drawn.topology"), project.read("drawn.topology"));
        TopologyText text = new TopologyText(file);
        DiagramLayout layout = new DiagramLayout(file.topology());
        Bounds bounds = layout.boundsOf(file.topology().getNodes().get(1)).orElseGet(TopologyFactory.eINSTANCE::createBounds);
        bounds.setOf(file.topology().getNodes().get(1));
        bounds.setX(x);
        layout.bounds().add(bounds);
        project.write("drawn.topology", text.changed());
        project.build();
    }

    /** Objects, images and the fingerprints of what they were made of, with the times when they were made. */
    private static Map<Path, FileTime> whatWasMade(TestProject project) throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project.project().getLocation().toPath().resolve("build/release/nodes"))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(o|elf|stamp)")).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void cleanLeavesSourcesOnly() throws Exception {
        try (TestProject project = TestProject.create("cleaned", "thermostat")) {
            project.build();
            project.project().build(IncrementalProjectBuilder.CLEAN_BUILD, new NullProgressMonitor());

            assertFalse(project.project().getFolder("build").exists());
            assertTrue(project.project().getFile(CONTROL).exists());
        }
    }

    @Test
    void savingDoesNotWaitUntilTheFirstAutomaticBuildHasEnded() throws Exception {
        try (TestProject project = TestProject.create("saved", "thermostat")) {
            Path folder = project.project().getLocation().toPath();
            assertTrue(Launching.becomesTrue(() -> Files.isDirectory(folder.resolve("build"))), "the build has begun");

            project.replace(CONTROL, "heating = wanted;", "heating = wanted; /* saved */");

            assertFalse(Files.exists(folder.resolve(ELF)), "the build has made way");
            assertTrue(Launching.becomesTrue(() -> Files.exists(folder.resolve(ELF))), "it begins again and ends");
        }
    }

    @Test
    void canceledBuildEndsSoonAndTheThreadGoesOn() throws Exception {
        try (TestProject project = TestProject.create("canceled", "thermostat")) {
            NullProgressMonitor canceled = new NullProgressMonitor();
            canceled.setCanceled(true);
            ProjectBuild build = new ProjectBuild(project.project(), Profile.DEBUG);

            assertThrows(OperationCanceledException.class, () -> build.run(canceled));

            assertFalse(Thread.currentThread().isInterrupted());
            assertEquals(2, build.run(new NullProgressMonitor()).images().size());
        }
    }

    private static String markedText(IMarker marker) throws Exception {
        String text = ((IFile) marker.getResource()).readString();
        return text.substring(marker.getAttribute(IMarker.CHAR_START, 0), marker.getAttribute(IMarker.CHAR_END, 0));
    }
}
