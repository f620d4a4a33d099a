// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The editor is compiled with GEF 3.2 and is to run with GEF Classic 3.28 as it is. The newer one is not on Maven Central, so what
 * the compiled classes refer to is held against what is known to be gone, or announced to go.
 */
class GefVersionsTest {

    /** As {@code javap} writes them. */
    private static final List<String> GONE = List.of(
            "org/eclipse/gef/editparts/ZoomListener",
            "org/eclipse/gef/ui/console/",
            "org/eclipse/gef/ui/stackview/",
            "ManhattanConnectionRouter\\.\\S+:\\S*Lorg/eclipse/draw2d/geometry/Ray;",
            "ResizableHandleKit\\.\"<init>\"",
            "palette_view\\.gif");
    private static final List<String> GOING = List.of(
            "org/eclipse/gef/commands/CommandStackListener",
            "org/eclipse/gef/dnd/TransferDr\\w+Listener",
            "org/eclipse/draw2d/ScaledGraphics",
            "org/eclipse/draw2d/geometry/Ray",
            "org/eclipse/draw2d/FigureIterator",
            "draw2d/geometry/Dimension\\.(expand|getDifference):",
            "draw2d/geometry/Rectangle\\.(crop|union):",
            "draw2d/geometry/Point\\.\"<init>\":\\(DD\\)",
            "FlyoutPaletteComposite\\.createFlyoutPreferences");
    /** They have got new methods. */
    private static final String NOT_TO_IMPLEMENT =
            "implements .*(draw2d\\.IFigure|gef\\.EditPartViewer|PaletteViewerPreferences)\\b|extends org\\.eclipse\\.draw2d\\.Graphics\\b";

    private static String code;

    @BeforeAll
    static void disassemble() throws IOException, URISyntaxException {
        Path classes = Path.of(TopologyEditor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> arguments = Stream.concat(Stream.of("-c", "-p"),
                    files.filter(file -> file.toString().endsWith(".class")).map(Path::toString)).toList();
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            int exit = ToolProvider.findFirst("javap").orElseThrow().run(out, out, arguments.toArray(String[]::new));
            assertThat(exit).as(text.toString()).isZero();
            code = text.toString();
        }
    }

    @Test
    void whatIsReadRefersToGef() {
        assertThat(code).contains("Method org/eclipse/gef/palette/PaletteRoot.\"<init>\":()V");
    }

    @Test
    void nothingThatIsGoneFromTheNewerGefIsUsed() {
        assertThat(uses(GONE)).isEmpty();
    }

    @Test
    void nothingThatIsAnnouncedToGoIsUsed() {
        assertThat(uses(GOING)).isEmpty();
    }

    @Test
    void typesThatHaveGotNewMethodsAreNotImplemented() {
        assertThat(uses(List.of(NOT_TO_IMPLEMENT))).isEmpty();
    }

    private static List<String> uses(List<String> patterns) {
        Pattern any = Pattern.compile(String.join("|", patterns));
        return code.lines().filter(line -> any.matcher(line).find()).map(String::strip).distinct().toList();
    }
}
