// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.thingspire.problem.Problem;

/** Stands in for the diagram of a file that can not be read as a topology. Shows the diagram again when the file is right. */
final class ProblemPage {

    private static final int MARGIN = 32;

    private final ScrolledComposite scroller;
    private final LocalResourceManager resources;
    private final Path file;
    private final Runnable openText;

    ProblemPage(Composite parent, Path file, Runnable openText) {
        this.file = file;
        this.openText = openText;
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.addListener(SWT.Resize, event -> fit());
        resources = new LocalResourceManager(JFaceResources.getResources(), scroller);
    }

    Control control() {
        return scroller;
    }

    void show(List<Problem> problems) {
        if (scroller.getContent() != null) {
            scroller.getContent().dispose();
        }
        Composite page = new Composite(scroller, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(0, 8).applyTo(page);
        boolean isThere = Files.exists(file);
        Label title = text(page, file.getFileName() + (isThere ? " can not be shown as a diagram" : " is not there"));
        title.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getHeaderFont())));
        text(page, isThere ? "Nothing is lost: the file is as it was. Correct it as text; the diagram comes back when you save."
                : "It was deleted or moved, or its project was. The diagram comes back with it; or close this editor.");
        if (isThere) {
            list(page, problems);
        }
        scroller.setContent(page);
        fit();
    }

    private void list(Composite page, List<Problem> problems) {
        for (Problem problem : problems) {
            Label place = text(page, file.getFileName() + (problem.line() > 0 ? ":" + problem.line() : "") + ": " + problem.message() + ".");
            place.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setStyle(SWT.BOLD)));
            GridDataFactory.fillDefaults().grab(true, false).indent(0, 14).applyTo(place);
            if (!problem.remedy().isEmpty()) {
                text(page, problem.remedy());
            }
        }
        Link link = new Link(page, SWT.NONE);
        link.setText("<a>Open as text</a>");
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> openText.run()));
        GridDataFactory.fillDefaults().indent(0, 18).applyTo(link);
    }

    /** Texts are as wide as there is room, and wrap; the page is as high as they need. */
    private void fit() {
        Control page = scroller.getContent();
        int width = scroller.getClientArea().width;
        if (page != null && width > 0) {
            scroller.setMinSize(0, page.computeSize(width, SWT.DEFAULT).y);
        }
    }

    private static Label text(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(label);
        return label;
    }
}
