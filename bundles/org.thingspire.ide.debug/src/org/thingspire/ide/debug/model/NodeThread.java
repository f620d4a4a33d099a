// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.thingspire.debug.dap.DebugFrame;
import org.thingspire.debug.dap.DebugThread;
import org.thingspire.debug.dap.DebuggerException;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;

/** A thread of a Linux node, or the processor of a device. Its stack is asked for when a view wants it, and only once for each halt. */
public final class NodeThread extends NodeElement implements IThread {

    private final NodeTarget target;
    private final DebugThread thread;
    private List<NodeFrame> frames = List.of();
    private boolean stackKnown;

    NodeThread(NodeTarget target, DebugThread thread) {
        super(target);
        this.target = target;
        this.thread = thread;
    }

    int id() {
        return thread.id();
    }

    /** The node has run: what is known of the stack is of no use but for recognizing frames. */
    synchronized void forgetStack() {
        stackKnown = false;
    }

    @Override
    public String getName() {
        return thread.name();
    }

    @Override
    public int getPriority() {
        return 0;
    }

    @Override
    public boolean hasStackFrames() {
        return isSuspended();
    }

    @Override
    public synchronized IStackFrame[] getStackFrames() throws DebugException {
        if (!isSuspended()) {
            return new IStackFrame[0];
        }
        if (!stackKnown) {
            try {
                frames = matched(target.session().stack(id()));
            } catch (DebuggerException e) {
                if (!isSuspended()) {
                    return new IStackFrame[0]; // it was resumed meanwhile
                }
                throw target.failed(e);
            }
            stackKnown = true;
        }
        return frames.toArray(IStackFrame[]::new);
    }

    @Override
    public IStackFrame getTopStackFrame() throws DebugException {
        IStackFrame[] stack = getStackFrames();
        return stack.length == 0 ? null : stack[0];
    }

    /** Those at the line where it is halted. */
    @Override
    public IBreakpoint[] getBreakpoints() {
        try {
            if (getTopStackFrame() instanceof NodeFrame frame && getLaunch().getSourceLocator() != null
                    && getLaunch().getSourceLocator().getSourceElement(frame) instanceof IFile file) {
                Optional<SourceBreakpoint> there = SourceBreakpoint.at(file, frame.getLineNumber());
                return there.stream().toArray(IBreakpoint[]::new);
            }
        } catch (CoreException e) {
            // The node went on, or the breakpoint was just deleted: then there is none.
        }
        return new IBreakpoint[0];
    }

    @Override
    public boolean canResume() {
        return isSuspended();
    }

    @Override
    public boolean canSuspend() {
        return target.canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return target.isSuspended();
    }

    @Override
    public void resume() throws DebugException {
        target.run(this, DebugEvent.CLIENT_REQUEST, () -> target.session().resume(id()));
    }

    @Override
    public void suspend() throws DebugException {
        target.suspend();
    }

    @Override
    public boolean canStepInto() {
        return isSuspended();
    }

    @Override
    public boolean canStepOver() {
        return isSuspended();
    }

    @Override
    public boolean canStepReturn() {
        return isSuspended();
    }

    @Override
    public boolean isStepping() {
        return target.isStepping(this);
    }

    @Override
    public void stepInto() throws DebugException {
        target.run(this, DebugEvent.STEP_INTO, () -> target.session().stepInto(id()));
    }

    @Override
    public void stepOver() throws DebugException {
        target.run(this, DebugEvent.STEP_OVER, () -> target.session().stepOver(id()));
    }

    @Override
    public void stepReturn() throws DebugException {
        target.run(this, DebugEvent.STEP_RETURN, () -> target.session().stepReturn(id()));
    }

    @Override
    public boolean canTerminate() {
        return target.canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return target.isTerminated();
    }

    @Override
    public void terminate() throws DebugException {
        target.terminate();
    }

    /** A function that was there before the node ran keeps its frame, counted from the outermost; so views don't jump. */
    private List<NodeFrame> matched(List<DebugFrame> stack) {
        List<NodeFrame> matched = new ArrayList<>();
        for (int i = 0; i < stack.size(); i++) {
            int before = frames.size() - stack.size() + i;
            boolean same = before >= 0 && frames.get(before).isOf(stack.get(i));
            NodeFrame frame = same ? frames.get(before) : new NodeFrame(this, stack.get(i));
            frame.show(stack.get(i));
            matched.add(frame);
        }
        return matched;
    }
}
