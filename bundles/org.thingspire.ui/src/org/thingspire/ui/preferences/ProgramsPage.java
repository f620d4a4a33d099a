// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.osgi.service.prefs.BackingStoreException;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.ide.program.ProgramLocations;

/** Shows the programs that ThingSpire calls, where they were found and which package brings them; others can be chosen. */
public final class ProgramsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private final ProgramLocations locations = ProgramLocations.ofThisWorkbench();
    private final List<ProgramRow> rows = new ArrayList<>();
    private TableViewer table;
    private Button choose;
    private Button find;
    private Label advice;
    private VersionJob versions;

    @Override
    public void init(IWorkbench workbench) {
        setDescription("Programs of this machine that ThingSpire calls. They are found by themselves; choose others where you want to.");
        Stream.of(ExternalProgram.values())
                .forEach(program -> rows.add(ProgramRow.of(program, locations.named(program))));
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite composite = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(composite);
        createTable(composite);
        createButtons(composite);
        advice = new Label(composite, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(convertWidthInCharsToPixels(80), SWT.DEFAULT).applyTo(advice);
        show();
        return composite;
    }

    private void createTable(Composite parent) {
        table = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.getTable().setHeaderVisible(true);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column("Program", 19, row -> row.program().command());
        column("Version", 10, ProgramRow::versionText);
        column("Path", 28, ProgramRow::pathText);
        column("Debian package", 43, ProgramRow::packageText);
        table.addSelectionChangedListener(event -> updateButtons());
        table.addDoubleClickListener(event -> choose());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.getControl());
    }

    private void column(String title, int characters, Function<ProgramRow, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(convertWidthInCharsToPixels(characters));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((ProgramRow) row)));
    }

    private void createButtons(Composite parent) {
        Composite buttons = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        choose = button(buttons, "&Choose...", this::choose);
        find = button(buttons, "&Find Again", () -> change(Optional.empty()));
    }

    private Button button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> action.run());
        setButtonLayoutData(button);
        return button;
    }

    private void choose() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        selected().flatMap(ProgramRow::location).ifPresent(path -> dialog.setFileName(path.toString()));
        String path = dialog.open();
        if (path != null) {
            change(Optional.of(Path.of(path)));
        }
    }

    private void change(Optional<Path> path) {
        selected().ifPresent(row -> {
            rows.replaceAll(other -> other.program() == row.program() ? row.withPath(path) : other);
            show();
        });
    }

    /** The row as it is now: its version may have become known since it was selected. */
    private Optional<ProgramRow> selected() {
        return Optional.ofNullable((ProgramRow) table.getStructuredSelection().getFirstElement())
                .flatMap(selected -> rows.stream().filter(row -> row.program() == selected.program()).findFirst());
    }

    private void show() {
        int selection = table.getTable().getSelectionIndex();
        table.setInput(rows);
        table.getTable().setSelection(selection);
        updateButtons();
        List<String> missing = rows.stream().filter(row -> row.location().isEmpty()).map(row -> row.program().debianPackage()).toList();
        advice.setText(missing.isEmpty() ? "" : "To install what is missing: apt-get install " + String.join(" ", missing));
        advice.requestLayout();
        validate();
        askVersions();
    }

    private void updateButtons() {
        choose.setEnabled(selected().isPresent());
        find.setEnabled(selected().filter(row -> row.named().isPresent()).isPresent());
    }

    private void askVersions() {
        List<ProgramRow> unknown = rows.stream().filter(ProgramRow::isOpen).toList();
        if (versions != null) {
            versions.cancel();
        }
        Display display = table.getControl().getDisplay();
        versions = new VersionJob(unknown, answered -> display.asyncExec(() -> showVersion(answered)));
        versions.schedule();
    }

    private void showVersion(ProgramRow answered) {
        if (!table.getControl().isDisposed()) {
            rows.replaceAll(row -> row.program() == answered.program() && row.named().equals(answered.named()) ? answered : row);
            table.refresh();
            validate();
        }
    }

    /** A chosen program is not taken before it has said that it is the right one. */
    private void validate() {
        Optional<String> complaint = rows.stream().flatMap(row -> row.complaint().stream()).findFirst();
        setErrorMessage(complaint.map(what -> what + " Choose another, or let it be found.").orElse(null));
        setValid(complaint.isEmpty() && rows.stream().noneMatch(row -> row.named().isPresent() && row.isOpen()));
    }

    @Override
    protected void performDefaults() {
        rows.replaceAll(row -> row.withPath(Optional.empty()));
        show();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        rows.forEach(row -> locations.name(row.program(), row.named()));
        try {
            locations.save();
        } catch (BackingStoreException e) {
            setErrorMessage("The workspace's settings can't be written: " + e.getMessage());
            ILog.get().error("The programs chosen can't be saved", e);
            return false;
        }
        return true;
    }

    @Override
    public void dispose() {
        if (versions != null) {
            versions.cancel();
        }
        super.dispose();
    }
}
