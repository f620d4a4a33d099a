// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.source.IVerticalRulerInfo;
import org.eclipse.ui.IPartService;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;

/** What the context menu of the margin of a module's source offers for the line under the pointer. Other files have nothing of it. */
public final class RulerBreakpointMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator locator) {
        services = locator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        IWorkbenchPart editor = services.getService(IPartService.class).getActivePart();
        Optional<IFile> file = BreakpointToggling.file(editor);
        IVerticalRulerInfo ruler = editor == null ? null : editor.getAdapter(IVerticalRulerInfo.class);
        if (file.isEmpty() || ruler == null || ruler.getLineOfLastMouseButtonActivity() < 0) {
            return new IContributionItem[0];
        }
        int line = ruler.getLineOfLastMouseButtonActivity() + 1; // editors count from 0
        List<IAction> actions = new ArrayList<>();
        actions.add(action("Toggle Brea&kpoint", monitor -> SourceBreakpoint.toggle(file.get(), line)));
        try {
            Optional<SourceBreakpoint> there = SourceBreakpoint.at(file.get(), line);
            if (there.isPresent()) {
                actions.add(switchingAction(there.get()));
            }
        } catch (CoreException e) {
            // It was deleted just now; then there is none to switch.
        }
        return actions.stream().map(ActionContributionItem::new).toArray(IContributionItem[]::new);
    }

    private static IAction switchingAction(SourceBreakpoint breakpoint) throws CoreException {
        return breakpoint.isEnabled() ? action("Disable &Breakpoint", monitor -> breakpoint.setEnabled(false))
                : action("Enable &Breakpoint", monitor -> breakpoint.setEnabled(true));
    }

    private static IAction action(String text, ICoreRunnable work) {
        return new Action(text) {
            @Override
            public void run() {
                try {
                    work.run(null);
                } catch (CoreException e) {
                    ErrorDialog.openError(null, "Breakpoint", "The breakpoint can't be changed.", e.getStatus());
                }
            }
        };
    }
}
