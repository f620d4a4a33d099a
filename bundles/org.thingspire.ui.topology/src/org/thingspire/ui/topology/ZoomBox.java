// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.gef.ui.actions.ZoomComboContributionItem;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartService;

/** GEF's box for the zoom says nowhere what it is. */
final class ZoomBox extends ZoomComboContributionItem {

    private static final String NAME = "Zoom";

    ZoomBox(IPartService parts) {
        super(parts);
    }

    @Override
    protected Control createControl(Composite parent) {
        Control box = super.createControl(parent);
        box.setToolTipText(NAME);
        box.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = NAME;
            }
        });
        return box;
    }
}
