// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ide.program.ProgramLocations;
import org.thingspire.ui.UiIds;
import org.thingspire.ui.tests.driver.Screen;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** Preferences and launch configurations. */
@UiTest
class DialogsTest {

    private static final String PREFERENCES = "Preferences (Filtered)";

    @Test
    void programsAreShownWithVersionAndPackage(Workbench workbench) {
        Screen screen = workbench.screen();
        screen.display().asyncExec(() -> PreferencesUtil
                .createPreferenceDialogOn(null, UiIds.PREFERENCE_PAGE, new String[] {UiIds.PREFERENCE_PAGE}, null).open());
        Widgets widgets = new Widgets(workbench);
        widgets.awaitDialog(PREFERENCES);

        screen.waitUntil("every program that is there has a version", () -> rows(screen).allMatch(row -> !row.getText(1).isEmpty()));

        workbench.screenshot("preferences");
        TableItem qemu = screen.ask(() -> rows(screen).filter(row -> row.getText(0).equals("qemu-system-arm")).findFirst().orElseThrow());
        assertThat(screen.ask(() -> qemu.getText(2))).isEqualTo(ExternalProgram.QEMU_ARM.findOnPath().orElseThrow().toString());
        assertThat(screen.ask(() -> qemu.getText(3))).isEqualTo(ExternalProgram.QEMU_ARM.debianPackage());
        workbench.hands().press(KeyEvent.VK_ESCAPE);
        widgets.awaitNoDialog(PREFERENCES);
    }

    @Test
    void anotherProgramIsNotTakenForTheEmulator(Workbench workbench) {
        Screen screen = workbench.screen();
        ProgramLocations programs = ProgramLocations.ofThisWorkbench();
        programs.name(ExternalProgram.QEMU_ARM, Optional.of(Path.of("/bin/false")));
        try {
            screen.display().asyncExec(() -> PreferencesUtil
                    .createPreferenceDialogOn(null, UiIds.PREFERENCE_PAGE, new String[] {UiIds.PREFERENCE_PAGE}, null).open());
            Widgets widgets = new Widgets(workbench);
            widgets.awaitDialog(PREFERENCES);

            screen.waitUntil("it is said", () -> widgets.textOf(PREFERENCES).contains("/bin/false is not qemu-system-arm"));
            assertThat(screen.ask(() -> button(screen, "Apply and Close").isEnabled())).isFalse();
            workbench.screenshot("not-the-emulator");
            workbench.hands().click(screen.ask(() -> {
                TableItem row = rows(screen).filter(each -> each.getText(0).equals("qemu-system-arm")).findFirst().orElseThrow();
                return row.getParent().toDisplay(row.getBounds().x + 5, row.getBounds().y + row.getBounds().height / 2);
            }));
            widgets.clickButton("Find Again");
            screen.waitUntil("it can be applied", () -> button(screen, "Apply and Close").isEnabled());
            widgets.clickButton("Apply and Close");
            widgets.awaitNoDialog(PREFERENCES);
            assertThat(programs.named(ExternalProgram.QEMU_ARM)).isEmpty();
        } finally {
            programs.name(ExternalProgram.QEMU_ARM, Optional.empty());
        }
    }

    private static Button button(Screen screen, String text) {
        return controls(screen, PREFERENCES).filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> button.getText().replace("&", "").equals(text)).findFirst().orElseThrow();
    }

    @Test
    void launchConfigurationSaysWhatIsWrongWithIt(Workbench workbench) throws Exception {
        Screen screen = workbench.screen();
        IProject project = workbench.newProject("configured", "empty").project();
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        ILaunchConfigurationWorkingCopy working = DebugPlugin.getDefault().getLaunchManager()
                .getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH).newInstance(null, "configured");
        new LaunchSettings(project.getName(), "fast", Optional.empty()).write(working);
        ILaunchConfiguration configuration = working.doSave();

        screen.display().asyncExec(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(
                PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), new StructuredSelection(configuration),
                IDebugUIConstants.ID_RUN_LAUNCH_GROUP));

        Widgets widgets = new Widgets(workbench);
        widgets.awaitDialog("Run Configurations");
        screen.waitUntil("the wrong speed is said", () -> controls(screen, "Run Configurations")
                .anyMatch(control -> control instanceof Text text && text.getText().contains("a number above 0, not \"fast\"")));
        workbench.screenshot("configurations");
        assertThat(widgets.keys("Run Configurations")).contains("project", "speed", "debugged-node");
        workbench.hands().press(KeyEvent.VK_ESCAPE);
        widgets.awaitNoDialog("Run Configurations");
        configuration.delete();
    }

    @Test
    void nodeToDebugIsOneOfTheProject(Workbench workbench) throws Exception {
        Screen screen = workbench.screen();
        IProject project = workbench.newProject("choosing", "thermostat").project();
        ILaunchConfigurationWorkingCopy working = DebugPlugin.getDefault().getLaunchManager()
                .getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH).newInstance(null, "choosing");
        new LaunchSettings(project.getName(), "1", Optional.of("cellar")).write(working);
        ILaunchConfiguration configuration = working.doSave();

        screen.display().asyncExec(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(
                PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), new StructuredSelection(configuration),
                IDebugUIConstants.ID_DEBUG_LAUNCH_GROUP));

        Widgets widgets = new Widgets(workbench);
        widgets.awaitDialog("Debug Configurations");
        screen.waitUntil("the missing node is said", () -> controls(screen, "Debug Configurations")
                .anyMatch(control -> control instanceof Text text && text.getText().contains("no node \"cellar\"")));
        assertThat(screen.ask(() -> controls(screen, "Debug Configurations")
                .filter(control -> "debugged-node".equals(control.getData("org.eclipse.swtbot.widget.key")))
                .map(combo -> List.of(((Combo) combo).getItems())).findFirst().orElseThrow()))
                .contains("controller", "gateway");
        workbench.screenshot("node-to-debug");
        workbench.hands().press(KeyEvent.VK_ESCAPE);
        widgets.awaitNoDialog("Debug Configurations");
        configuration.delete();
    }

    /** Of the table of programs, in the UI thread. */
    private static Stream<TableItem> rows(Screen screen) {
        return controls(screen, PREFERENCES).filter(Table.class::isInstance)
                .flatMap(table -> Stream.of(((Table) table).getItems()));
    }

    private static Stream<Control> controls(Screen screen, String title) {
        return Stream.of(screen.display().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title))
                .flatMap(DialogsTest::inside);
    }

    private static Stream<Control> inside(Composite parent) {
        return Stream.of(parent.getChildren())
                .flatMap(child -> child instanceof Composite composite ? Stream.concat(Stream.of(child), inside(composite)) : Stream.of(child));
    }
}
