// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.ide.ResourceUtil;

/** Where the input of an editor is on this machine. */
final class LocalFile {

    private LocalFile() {
    }

    /**
     * Empty for what is on no disk here. The last session may have left an editor on a file whose project is gone: nobody knows any
     * more where that was; it is looked for in the workspace's folder, where most projects are.
     */
    static Optional<Path> of(IEditorInput input) {
        URI uri = input instanceof IURIEditorInput file ? file.getURI() : null;
        if (uri != null) {
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        }
        IFile file = ResourceUtil.getFile(input);
        return Optional.ofNullable(file).map(gone -> gone.getWorkspace().getRoot().getLocation().append(gone.getFullPath()).toPath());
    }
}
