// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;

/** One stream of a node's console. Keeps what was printed until a console listens and takes over the keeping. */
final class NodeOutput implements IFlushableStreamMonitor {

    private final ListenerList<IStreamListener> listeners = new ListenerList<>();
    private final StringBuilder kept = new StringBuilder();
    private boolean buffered = true;

    synchronized void println(String line) {
        String text = line + "\n";
        if (buffered) {
            kept.append(text);
        }
        listeners.forEach(listener -> listener.streamAppended(text, this));
    }

    @Override
    public void addListener(IStreamListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(IStreamListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized String getContents() {
        return kept.toString();
    }

    @Override
    public synchronized void flushContents() {
        kept.setLength(0);
    }

    @Override
    public synchronized void setBuffered(boolean buffer) {
        buffered = buffer;
    }

    @Override
    public synchronized boolean isBuffered() {
        return buffered;
    }
}
