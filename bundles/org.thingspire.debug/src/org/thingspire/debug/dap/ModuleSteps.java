// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

/**
 * Keeps steps in modules. A step out of a function that another module or the runtime has called would end in the code between
 * them, which nobody wrote: from there it goes on to the calling module or, if no module has called, lets the node run.
 */
final class ModuleSteps implements DebugListener {

    private final NodeDebugSession session;
    private final DebugListener listener;
    private boolean inModule;
    private boolean leaving;

    /** @param listener is told of what is left */
    ModuleSteps(NodeDebugSession session, DebugListener listener) {
        this.session = session;
        this.listener = listener;
    }

    @Override
    public void stopped(int thread, StopReason reason) {
        boolean wasLeaving = leaving;
        leaving = false;
        try {
            int module = session.newestModuleFrame(thread);
            if (module != 0 && isEndOfStep(reason, wasLeaving) && (inModule || wasLeaving)) {
                leave(thread, module);
                return;
            }
            inModule = module == 0;
        } catch (DebuggerException e) {
            inModule = false; // GDB can't tell, or can't step out of there: then it ends here
        }
        listener.stopped(thread, isEndOfStep(reason, wasLeaving) ? StopReason.STEP : reason);
    }

    /** GDB gives no reason where it steps out of a function that was inlined. */
    private static boolean isEndOfStep(StopReason reason, boolean leaving) {
        return reason == StopReason.STEP || leaving && reason == StopReason.OTHER;
    }

    private void leave(int thread, int module) throws DebuggerException {
        if (module > 0) {
            leaving = true;
            session.stepReturn(thread);
        } else {
            session.resume(thread);
        }
    }

    @Override
    public void resumed() {
        listener.resumed();
    }

    @Override
    public void ended() {
        listener.ended();
    }

    @Override
    public void output(String text) {
        listener.output(text);
    }
}
