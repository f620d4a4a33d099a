// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.lsp4j.debug.Breakpoint;
import org.eclipse.lsp4j.debug.InitializeRequestArguments;
import org.eclipse.lsp4j.debug.SetBreakpointsArguments;
import org.eclipse.lsp4j.debug.Source;
import org.eclipse.lsp4j.debug.SourceBreakpoint;
import org.eclipse.lsp4j.debug.StackFrame;

/** Translates between the protocol's values, which can be changed and are full of nulls, and ours. */
final class ProtocolValues {

    private ProtocolValues() {
    }

    static InitializeRequestArguments greeting() {
        InitializeRequestArguments greeting = new InitializeRequestArguments();
        greeting.setClientID("thingspire");
        greeting.setAdapterID("gdbtarget");
        greeting.setPathFormat("path");
        greeting.setLinesStartAt1(true);
        greeting.setColumnsStartAt1(true);
        return greeting;
    }

    static SetBreakpointsArguments breakpoints(Path source, List<Integer> lines) {
        SetBreakpointsArguments request = new SetBreakpointsArguments();
        request.setSource(source(source));
        request.setBreakpoints(lines.stream().map(ProtocolValues::breakpoint).toArray(SourceBreakpoint[]::new));
        return request;
    }

    private static Source source(Path path) {
        Source source = new Source();
        source.setName(path.getFileName().toString());
        source.setPath(path.toString());
        return source;
    }

    private static SourceBreakpoint breakpoint(int line) {
        SourceBreakpoint breakpoint = new SourceBreakpoint();
        breakpoint.setLine(line);
        return breakpoint;
    }

    static BreakpointPlace place(Breakpoint breakpoint) {
        Optional<String> problem = breakpoint.isVerified() ? Optional.empty()
                : Optional.of(Optional.ofNullable(breakpoint.getMessage()).orElse("the debugger does not say why"));
        return new BreakpointPlace(breakpoint.getLine() == null ? 0 : breakpoint.getLine(), problem);
    }

    static DebugFrame frame(StackFrame frame) {
        Optional<Path> source = Optional.ofNullable(frame.getSource()).map(Source::getPath).map(Path::of).map(Path::normalize);
        return new DebugFrame(frame.getId(), frame.getName(), source, frame.getLine());
    }
}
