// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.resolve;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

import org.thingspire.wit.syntax.Declaration;
import org.thingspire.wit.syntax.Gates;
import org.thingspire.wit.syntax.Item;
import org.thingspire.wit.syntax.Name;

/** What is there since a version is there in the package's own (WIT.md, "Feature Gates"). */
record SinceCheck(PackagePart part) {

    /** Semantic versions, without what they were built from; of two early ones with equal numbers, text decides. */
    private static final Comparator<String> VERSIONS = Comparator.comparing((String version) -> number(version, 0))
            .thenComparing(version -> number(version, 1)).thenComparing(version -> number(version, 2))
            .thenComparing(version -> !version.contains("-")).thenComparing(version -> version);

    void run() {
        if (part.packageName().version().isEmpty()) {
            return;
        }
        for (Declaration declaration : part.declarations()) {
            switch (declaration) {
                case Declaration.Use use -> {} // has no gates
                case Declaration.Interface of -> check(of.name(), of.gates(), of.items());
                case Declaration.World of -> check(of.name(), of.gates(), of.items());
            }
        }
    }

    private void check(Name name, Gates gates, List<Item> items) {
        check(name, gates);
        for (Item item : items) {
            switch (item) {
                case Item.Type type -> check(type.name(), type.gates());
                case Item.Function function -> check(function.name(), function.gates());
                case Item.Extern extern -> extern.name().ifPresent(of -> check(of, extern.gates()));
                case Item.Use use -> {} // has no gates of its own here
                case Item.Include include -> {}
            }
        }
    }

    private void check(Name name, Gates gates) {
        String own = plain(part.packageName().version());
        if (gates.since().filter(since -> VERSIONS.compare(plain(since), own) > 0).isPresent()) {
            part.reporter().error(name.position(), "\"%s\" is there since version %s, but this is version %s of the package"
                    .formatted(name.text(), gates.since().get(), own), "Correct one of the two versions.");
        }
    }

    private static String plain(String version) {
        return version.split("\\+")[0];
    }

    private static BigInteger number(String version, int place) {
        return new BigInteger(version.split("-")[0].split("\\.")[place]);
    }
}
