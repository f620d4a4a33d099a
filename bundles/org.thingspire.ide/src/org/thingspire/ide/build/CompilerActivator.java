// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Gives the bundle's builds their compiler, and ends its processes with the bundle. Called by the framework. */
public final class CompilerActivator implements BundleActivator {

    private final SharedCompiler compiler = new SharedCompiler();

    @Override
    public void start(BundleContext context) {
        context.registerService(SharedCompiler.class, compiler, null);
    }

    @Override
    public void stop(BundleContext context) {
        compiler.close();
    }
}
