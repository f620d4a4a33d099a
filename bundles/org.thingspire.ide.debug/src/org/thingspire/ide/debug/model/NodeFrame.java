// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.model;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.IRegisterGroup;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IVariable;
import org.thingspire.debug.dap.DebugFrame;

/** A function that a halted node executes. */
public final class NodeFrame extends NodeElement implements IStackFrame {

    private final NodeThread thread;
    private volatile DebugFrame frame;

    NodeFrame(NodeThread thread, DebugFrame frame) {
        super(thread.getDebugTarget());
        this.thread = thread;
        this.frame = frame;
    }

    boolean isOf(DebugFrame other) {
        return frame.function().equals(other.function()) && frame.source().equals(other.source());
    }

    void show(DebugFrame now) {
        frame = now;
    }

    /** Where the function stands, absolute; empty if there is no debug information. */
    public Optional<Path> source() {
        return frame.source();
    }

    @Override
    public IThread getThread() {
        return thread;
    }

    @Override
    public String getName() {
        String function = frame.function() + "()";
        return frame.line() == 0 ? function : function + " line: " + frame.line();
    }

    /** -1 if it is not known. */
    @Override
    public int getLineNumber() {
        return frame.line() == 0 ? -1 : frame.line();
    }

    @Override
    public int getCharStart() {
        return -1;
    }

    @Override
    public int getCharEnd() {
        return -1;
    }

    /** The place for the scopes that the debugger has for this frame. */
    @Override
    public IVariable[] getVariables() {
        return new IVariable[0];
    }

    @Override
    public boolean hasVariables() {
        return false;
    }

    @Override
    public IRegisterGroup[] getRegisterGroups() {
        return new IRegisterGroup[0];
    }

    @Override
    public boolean hasRegisterGroups() {
        return false;
    }

    @Override
    public boolean canStepInto() {
        return thread.canStepInto();
    }

    @Override
    public boolean canStepOver() {
        return thread.canStepOver();
    }

    @Override
    public boolean canStepReturn() {
        return thread.canStepReturn();
    }

    @Override
    public boolean isStepping() {
        return thread.isStepping();
    }

    @Override
    public void stepInto() throws DebugException {
        thread.stepInto();
    }

    @Override
    public void stepOver() throws DebugException {
        thread.stepOver();
    }

    @Override
    public void stepReturn() throws DebugException {
        thread.stepReturn();
    }

    @Override
    public boolean canResume() {
        return thread.canResume();
    }

    @Override
    public boolean canSuspend() {
        return thread.canSuspend();
    }

    @Override
    public boolean isSuspended() {
        return thread.isSuspended();
    }

    @Override
    public void resume() throws DebugException {
        thread.resume();
    }

    @Override
    public void suspend() throws DebugException {
        thread.suspend();
    }

    @Override
    public boolean canTerminate() {
        return thread.canTerminate();
    }

    @Override
    public boolean isTerminated() {
        return thread.isTerminated();
    }

    @Override
    public void terminate() throws DebugException {
        thread.terminate();
    }
}
