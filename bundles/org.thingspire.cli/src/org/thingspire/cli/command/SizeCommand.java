// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.thingspire.builder.image.Image;
import org.thingspire.builder.image.ImageSize;
import org.thingspire.builder.size.SizeReport;
import org.thingspire.builder.size.SizeRow;
import org.thingspire.builder.size.SizeTable;
import org.thingspire.cli.console.Context;

import picocli.CommandLine.Command;

@Command(name = "size", description = "Show who takes which byte of flash and RAM: module by module, and the runtime.")
public final class SizeCommand extends ImagesCommand {

    public SizeCommand(Context context) {
        super(context);
    }

    @Override
    protected void tell(Image image) {
        SizeReport report = ImageSize.of(image);
        say("%s (%s)", image.node(), image.board().name());
        new SizeTable(report).lines().forEach(line -> say("  %s", line));
        say("");
        report.rows().forEach(row -> emit(fields(image, row)));
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
