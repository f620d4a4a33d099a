// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.thingspire.aot.worker.ForkedCompiler;

/**
 * The compiler that all builds of a workbench share, so that one build finds it warm from the build before. A service of this
 * bundle, which closes it when it stops.
 */
public final class SharedCompiler implements AutoCloseable {

    private ForkedCompiler compiler;

    SharedCompiler() {
    }

    /** @throws IllegalStateException while the workbench stops */
    public static SharedCompiler ofThisWorkbench() {
        BundleContext context = FrameworkUtil.getBundle(SharedCompiler.class).getBundleContext();
        ServiceReference<SharedCompiler> reference = context == null ? null : context.getServiceReference(SharedCompiler.class);
        SharedCompiler service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new IllegalStateException("The workbench is stopping: nothing can be built any more.");
        }
        return service;
    }

    synchronized ForkedCompiler compiler() {
        if (compiler == null) {
            compiler = new ForkedCompiler();
        }
        return compiler;
    }

    /** Ends the compiler's processes, those that are at work as soon as they are done. The next build starts new ones. */
    @Override
    public synchronized void close() {
        if (compiler != null) {
            compiler.close();
            compiler = null;
        }
    }
}
