// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.thingspire.build.Image;
import org.thingspire.build.Installation;
import org.thingspire.build.Profile;
import org.thingspire.build.Project;
import org.thingspire.build.image.ImageSize;
import org.thingspire.build.size.SizeReport;
import org.thingspire.build.size.SizeRow;
import org.thingspire.build.size.SizeTable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "size", description = "Show who takes which byte of flash and RAM: module by module, and the runtime.")
final class SizeCommand extends ProjectCommand {

    @Option(names = "--node", paramLabel = "<node>", description = "Only this node.")
    private String node;

    SizeCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = context.installation();
        Project project = open(installation);
        for (Image image : build(installation, project, Profile.RELEASE, nodeNamed(project, node)).images()) {
            SizeReport report = ImageSize.of(image);
            say("%s (%s)", image.node(), image.board().name());
            new SizeTable(report).lines().forEach(line -> say("  %s", line));
            say("");
            report.rows().forEach(row -> emit(fields(image, row)));
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> fields(Image image, SizeRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("node", image.node());
        fields.put("kind", row.owner().kind().name().toLowerCase(Locale.ROOT));
        fields.put("name", row.owner().name());
        fields.put("flash", row.flash());
        fields.put("ram", row.ram());
        fields.put("code", row.code());
        fields.put("constants", row.constants());
        fields.put("initial", row.initial());
        fields.put("data", row.data());
        fields.put("zeroed", row.zeroed());
        fields.put("memory", row.memory());
        return fields;
    }
}
