// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.project;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IWorkspace;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.ide.project.NewProject;
import org.thingspire.ui.WidgetKey;

/** Asks for the name and the template of a new project. */
final class NewProjectPage extends WizardPage {

    private static final int TEXT_WIDTH = 420;
    private static final int INDENT = 22;

    private final IWorkspace workspace;
    private final List<ProjectTemplate> templates;
    private ProjectTemplate chosen;
    private Text name;

    NewProjectPage(IWorkspace workspace, List<ProjectTemplate> templates) {
        super("newProject", "ThingSpire Project", null);
        this.workspace = workspace;
        this.templates = templates;
        this.chosen = templates.getFirst();
        setDescription("An application of WebAssembly modules on one or more machines.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite composite = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 12).spacing(10, 12).applyTo(composite);
        new Label(composite, SWT.NONE).setText("Project &name:");
        name = new Text(composite, SWT.BORDER);
        name.setMessage("such as greenhouse-2");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        WidgetKey.PROJECT_NAME.on(name);
        name.addModifyListener(event -> validate());
        createTemplates(composite);
        setControl(composite);
        setPageComplete(false);
    }

    /** What the page says now; only valid while the page is complete. */
    NewProject newProject() {
        return new NewProject(workspace, name.getText(), chosen);
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            name.setFocus();
        }
    }

    private void createTemplates(Composite composite) {
        Group group = new Group(composite, SWT.NONE);
        group.setText("Begin with");
        GridLayoutFactory.swtDefaults().margins(10, 8).spacing(0, 2).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(group);
        for (ProjectTemplate template : templates) {
            Button button = new Button(group, SWT.RADIO);
            button.setText(template.name());
            WidgetKey.TEMPLATE.on(button, template.name());
            button.setSelection(template.equals(chosen));
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    chosen = template;
                }
            });
            Label summary = new Label(group, SWT.WRAP);
            summary.setText(TemplateSummary.of(template));
            GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).indent(INDENT, 0).applyTo(summary);
        }
    }

    private void validate() {
        Optional<String> complaint = NewProject.complaint(workspace, name.getText());
        boolean untouched = name.getText().isEmpty();
        setErrorMessage(untouched ? null : complaint.orElse(null));
        setPageComplete(complaint.isEmpty());
    }
}
