// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.gef.DefaultEditDomain;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.dnd.TemplateTransferDragSourceListener;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.palette.PaletteRoot;
import org.eclipse.gef.ui.palette.FlyoutPaletteComposite.FlyoutPreferences;
import org.eclipse.gef.ui.palette.PaletteViewer;
import org.eclipse.gef.ui.palette.PaletteViewerProvider;
import org.eclipse.gef.ui.parts.GraphicalEditorWithFlyoutPalette;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.util.TransferDragSourceListener;
import org.eclipse.jface.util.TransferDropTargetListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.thingspire.board.BoardCatalog;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.topology.model.Topology;
import org.thingspire.ui.topology.document.BuildResults;
import org.thingspire.ui.topology.document.FileWatch;
import org.thingspire.ui.topology.document.ModuleSources;
import org.thingspire.ui.topology.document.TopologyDocument;
import org.thingspire.ui.topology.figures.Theme;
import org.thingspire.ui.topology.outline.TopologyOutline;
import org.thingspire.ui.topology.palette.FoldingArrow;
import org.thingspire.ui.topology.palette.PaletteSettings;
import org.thingspire.ui.topology.palette.TopologyPalette;
import org.thingspire.ui.topology.parts.DiagramContext;
import org.thingspire.ui.topology.parts.PartFactory;
import org.thingspire.ui.topology.parts.TopologyRefresh;
import org.thingspire.ui.topology.properties.PropertiesPage;

/** Edits a topology as a diagram. A file that is no topology gets a page that says what is wrong with it. */
public final class TopologyEditor extends GraphicalEditorWithFlyoutPalette {

    public static final String ID = "org.thingspire.ui.topology.editor";

    private static final String BUNDLE = "org.thingspire.ui.topology";

    private final StackLayout pages = new StackLayout();
    private BoardCatalog boards = new BoardCatalog(List.of());
    private Optional<TopologyDocument> document = Optional.empty();
    private Optional<TopologyOutline> outline = Optional.empty();
    private Path path;
    private Composite root;
    private Composite diagram;
    private ProblemPage problems;
    private Theme theme;
    private TopologyRefresh refresh;
    private FileWatch watch;
    private BuildResults builds;
    private boolean changedOnDisk;
    /** Empty for a file outside of the workspace. */
    private Optional<LocalHistory> history = Optional.empty();

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        path = LocalFile.of(input).orElseThrow(
                () -> new PartInitException(input.getName() + " is not a file on this machine. Copy it to a project and open it there."));
        try {
            boards = BoardCatalog.read(RuntimeFiles.home().resolve("runtime/boards"));
        } catch (UserException e) {
            throw new PartInitException(e.getMessage());
        }
        setEditDomain(new DefaultEditDomain(this)); // makes the palette, which needs the boards
        super.init(site, input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        ThemeArrival.await(parent);
        root = new Composite(parent, SWT.NONE);
        root.setLayout(pages);
        diagram = new Composite(root, SWT.NONE);
        diagram.setLayout(new FillLayout());
        problems = new ProblemPage(root, path, () -> EditorLinks.openAsText(getSite().getPage(), getEditorInput()));
        super.createPartControl(diagram);
        keepOwnColors(diagram);
        new FoldingArrow(theme.muted(), getPalettePreferences(), this::isPaletteOpen).paintOver(diagram);
        getGraphicalViewer().getControl().setBackground(theme.canvas());
        Display display = parent.getDisplay();
        builds = new BuildResults(path, () -> display.asyncExec(refresh::refreshUnlessDisposed));
        load();
        watch = new FileWatch(path, () -> display.asyncExec(this::fileChanged));
        watch.start();
        getSite().getPage().addPartListener(new Activation(this, this::askAboutChange));
    }

    /** The diagram has colors for light and dark; GEF's palette has its own, which half of a theme would make unreadable. */
    private static void keepOwnColors(Control control) {
        control.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        control.setBackground(null);
        control.setForeground(null);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                keepOwnColors(child);
            }
        }
    }

    private boolean isPaletteOpen() {
        PaletteViewer palette = getEditDomain().getPaletteViewer();
        return palette != null && palette.getControl() != null && palette.getControl().isVisible();
    }

    @Override
    protected void configureGraphicalViewer() {
        super.configureGraphicalViewer();
        GraphicalViewer viewer = getGraphicalViewer();
        theme = new Theme(viewer.getControl());
        refresh = new TopologyRefresh(viewer);
        getCommandStack().addCommandStackEventListener(refresh);
        getCommandStack().addCommandStackEventListener(event -> firePropertyChange(PROP_DIRTY));
        history = Optional.ofNullable(ResourceUtil.getFile(getEditorInput())).map(file -> new LocalHistory(file, getCommandStack()));
        history.ifPresent(getCommandStack()::addCommandStackEventListener);
        EditorSetup.configure(viewer, getActionRegistry());
    }

    @Override
    protected void initializeGraphicalViewer() {
        TransferDropTargetListener drop = new NewElementDrop(getGraphicalViewer());
        getGraphicalViewer().addDropTargetListener(drop);
    }

    /** Shows what is in the file now: the diagram, or what is wrong. */
    private void load() {
        document.ifPresent(old -> old.topology().eAdapters().remove(refresh));
        document = Optional.empty();
        changedOnDisk = false;
        getCommandStack().flush();
        try {
            TopologyDocument opened = TopologyDocument.open(path);
            document = Optional.of(opened);
            Topology topology = opened.topology();
            topology.eAdapters().add(refresh);
            ModuleSources sources = new ModuleSources(path.getParent(),
                    new SourceNews(getEditorSite(), Optional.ofNullable(ResourceUtil.getFile(getEditorInput()))));
            DiagramContext context = new DiagramContext(topology, boards, builds::measured, theme, sources,
                    module -> EditorLinks.openSource(getSite().getPage(), getEditorInput(), path, module),
                    message -> getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(message.isEmpty() ? null : message));
            getGraphicalViewer().setEditPartFactory(new PartFactory(context));
            getGraphicalViewer().setContents(topology);
            show(diagram);
        } catch (UserException e) {
            problems.show(e.problems());
            show(problems.control());
        }
        outline.ifPresent(TopologyOutline::reload);
        firePropertyChange(PROP_DIRTY);
        firePropertyChange(PROP_INPUT);
    }

    /** Empty while the file can not be shown as a diagram. */
    private Optional<Topology> topology() {
        return document.map(TopologyDocument::topology);
    }

    private void show(Control page) {
        pages.topControl = page;
        root.layout();
    }

    /** The file watch has seen a change; it may have been our own. */
    private void fileChanged() {
        if (root.isDisposed() || document.isPresent() && !document.get().isChangedOnDisk()) {
            return;
        }
        refreshResource();
        if (isDirty()) {
            changedOnDisk = true;
            askAboutChange();
        } else {
            load();
        }
    }

    private void askAboutChange() {
        if (!changedOnDisk || getSite().getPage().getActivePart() != this) {
            return;
        }
        changedOnDisk = false;
        int answer = MessageDialog.open(MessageDialog.QUESTION, getSite().getShell(), "File Changed",
                path.getFileName() + " was changed by another program. Your changes in the diagram are not saved.", SWT.SHEET,
                "Keep My Changes", "Reload the File");
        if (answer == 1) {
            load();
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (document.isEmpty()) {
            return;
        }
        try {
            // Written at once, and without the workspace's locks: a running build must not make the user wait.
            document.get().save();
            history.ifPresent(LocalHistory::keep);
            getCommandStack().markSaveLocation();
            firePropertyChange(PROP_DIRTY);
            refreshResource();
        } catch (UserException e) {
            monitor.setCanceled(true);
            Problem problem = e.problems().get(0);
            MessageDialog.openError(getSite().getShell(), "Not Saved", path.getFileName() + ": " + problem.message() + ".\n\n"
                    + problem.remedy() + " Your changes are still in the editor; save them again after that.");
        }
    }

    private void refreshResource() {
        IFile file = ResourceUtil.getFile(getEditorInput());
        if (file != null) {
            new ResourceRefresh(file).schedule();
        }
    }

    @Override
    public boolean isDirty() {
        return document.isPresent() && getCommandStack().isDirty();
    }

    @Override
    public void setFocus() {
        if (pages.topControl == diagram) {
            super.setFocus();
        } else {
            problems.control().setFocus();
        }
    }

    @Override
    public void dispose() {
        if (getEditDomain() == null) {
            return; // the platform disposes of what it could not initialize, too
        }
        if (builds != null) {
            builds.cancel();
        }
        if (watch != null) {
            watch.cancel();
        }
        getCommandStack().removeCommandStackEventListener(refresh);
        document.ifPresent(open -> open.topology().eAdapters().remove(refresh));
        super.dispose();
    }

    @Override
    protected void createActions() {
        super.createActions();
        EditorSetup.addActions(this, getActionRegistry(), getSelectionActions());
    }

    @Override
    protected PaletteRoot getPaletteRoot() {
        return TopologyPalette.create(boards);
    }

    @Override
    protected FlyoutPreferences getPalettePreferences() {
        return new PaletteSettings(InstanceScope.INSTANCE.getNode(BUNDLE));
    }

    @Override
    protected PaletteViewerProvider createPaletteViewerProvider() {
        return new PaletteViewerProvider(getEditDomain()) {
            @Override
            protected void configurePaletteViewer(PaletteViewer viewer) {
                super.configurePaletteViewer(viewer);
                TransferDragSourceListener drag = new TemplateTransferDragSourceListener(viewer);
                viewer.addDragSourceListener(drag);
            }
        };
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the super class of GEF 3.2 has it
    public Object getAdapter(Class type) {
        if (type == IContentOutlinePage.class) {
            outline = Optional.of(new TopologyOutline(getEditDomain(), getSelectionSynchronizer(), this::topology));
            return outline.get();
        }
        if (type == IPropertySheetPage.class) {
            return new PropertiesPage(getCommandStack(), boards, this::topology);
        }
        if (type == ZoomManager.class) {
            return ((ScalableFreeformRootEditPart) getGraphicalViewer().getRootEditPart()).getZoomManager();
        }
        if (type == EditPartViewer.class) {
            return getGraphicalViewer();
        }
        return super.getAdapter(type);
    }
}
