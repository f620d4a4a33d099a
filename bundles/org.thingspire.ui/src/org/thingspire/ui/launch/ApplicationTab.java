// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ide.project.ThingSpireNature;
import org.thingspire.ui.UiIds;
import org.thingspire.ui.WidgetKey;

/** What to launch: the project, the speed of recorded values, the node to debug. */
final class ApplicationTab extends AbstractLaunchConfigurationTab {

    private final Image image = ResourceLocator.imageDescriptorFromBundle(UiIds.BUNDLE, "icons/thingspire.svg")
            .map(ImageDescriptor::createImage).orElse(null);
    private Combo project;
    private Text speed;
    private NodeChoice debuggedNode;

    @Override
    public void createControl(Composite parent) {
        Composite composite = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 12).spacing(10, 10).applyTo(composite);
        new Label(composite, SWT.NONE).setText("&Project:");
        project = new Combo(composite, SWT.DROP_DOWN);
        project.setItems(Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(ThingSpireNature::isOn)
                .map(IProject::getName).toArray(String[]::new));
        speed = text(composite, "&Speed of recorded sensor values:", "1");
        speed.setToolTipText("How many times as fast as they were recorded; 1 is the recorded pace");
        new Label(composite, SWT.NONE).setText("&Node to debug:");
        debuggedNode = new NodeChoice(composite, this::updateLaunchConfigurationDialog);
        debuggedNode.combo().setToolTipText("Used in debug mode only; the other nodes run");
        GridDataFactory fill = GridDataFactory.fillDefaults().grab(true, false);
        fill.applyTo(project);
        fill.applyTo(speed);
        fill.applyTo(debuggedNode.combo());
        project.addModifyListener(event -> {
            debuggedNode.offer(namedProject());
            updateLaunchConfigurationDialog();
        });
        WidgetKey.PROJECT.on(project);
        WidgetKey.SPEED.on(speed);
        WidgetKey.DEBUGGED_NODE.on(debuggedNode.combo());
        setControl(composite);
    }

    private Optional<IProject> namedProject() {
        return Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(each -> each.getName().equals(project.getText()) && ThingSpireNature.isOn(each)).findFirst();
    }

    private Text text(Composite parent, String label, String message) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        text.setMessage(message);
        text.addModifyListener(event -> updateLaunchConfigurationDialog());
        return text;
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        Object selected = DebugUITools.getSelectedResource();
        Optional<IProject> found = ProjectAtHand.ofSelection(selected == null ? null : new StructuredSelection(selected));
        found.ifPresent(chosen -> {
            LaunchSettings.of(chosen).write(configuration);
            configuration.rename(getLaunchConfigurationDialog().generateName(chosen.getName()));
        });
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            LaunchSettings settings = LaunchSettings.read(configuration);
            project.setText(settings.projectName());
            speed.setText(settings.speed());
            debuggedNode.choose(settings.debuggedNode());
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        String factor = speed.getText().isBlank() ? "1" : speed.getText();
        new LaunchSettings(project.getText(), factor, debuggedNode.chosen()).write(configuration);
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        setErrorMessage(null);
        try {
            LaunchSettings settings = LaunchSettings.read(configuration);
            settings.project();
            settings.speedFactor();
            debuggedNode.complaint().ifPresent(this::setErrorMessage);
            return debuggedNode.complaint().isEmpty();
        } catch (CoreException e) {
            setErrorMessage(e.getStatus().getMessage());
            return false;
        }
    }

    @Override
    public String getName() {
        return "Application";
    }

    @Override
    public Image getImage() {
        return image;
    }

    @Override
    public void dispose() {
        if (image != null) {
            image.dispose();
        }
        super.dispose();
    }
}
