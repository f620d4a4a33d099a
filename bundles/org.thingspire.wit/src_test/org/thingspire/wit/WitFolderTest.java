// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.wit.model.Function;
import org.thingspire.wit.model.Interface;
import org.thingspire.wit.model.Type;

class WitFolderTest {

    private WitProject project;

    @BeforeEach
    void makeProject(@TempDir Path folder) {
        project = new WitProject(folder);
    }

    @Test
    void aProjectWithoutWitHasNoInterfacesAndNoProblems() {
        assertThat(project.read().interfaces().interfaces()).isEmpty();
        assertThat(project.problems()).isEmpty();
    }

    @Test
    void everyRuleOfTheGrammarIsRead() {
        EveryFeature.in(project);

        assertThat(project.problems()).isEmpty();
        assertThat(project.read().interfaces().ids()).containsExactly("house:climate/types@1.2.3-rc.1+build.7",
                "house:climate/control@1.2.3-rc.1+build.7", "power:grid/meter@2.0.0", "power:other/more");
    }

    @Test
    void aResourcesFunctionsHaveTheNamesThatModulesKnowThemBy() {
        Interface types = EveryFeature.in(project).find("house:climate/types@1.2.3-rc.1+build.7");

        assertThat(types.functionNames()).containsExactly("[constructor]valve", "[method]valve.position", "[method]valve.turn",
                "[static]valve.count");
        Function position = types.function("[method]valve.position").orElseThrow();
        assertThat(position.parameters()).extracting(Type.Field::name).containsExactly("self");
        assertThat(position.docs()).isEqualTo("How far\nit is open.");
    }

    @Test
    void documentationAndPlaceAreKept() {
        project.withInterface("  /// In degrees.\n  read: func() -> f32;");

        assertThat(project.function("read").docs()).isEqualTo("In degrees.");
        assertThat(project.function("read").position().line()).isEqualTo(4);
        assertThat(project.function("read").position().column()).isEqualTo(3);
    }

    @Test
    void aKeywordIsANameBehindAPercentSign() {
        project.withInterface("%record: func(%type: u8);");

        assertThat(project.function("record").parameters()).extracting(Type.Field::name).containsExactly("type");
    }

    @Test
    void filesOfAFolderAreOnePackage() {
        project.with("wit/a.wit", "package house:climate; interface a { use b.{celsius}; read: func() -> celsius; }")
                .with("wit/b.wit", "interface b { type celsius = f32; }");

        assertThat(project.problems()).isEmpty();
        assertThat(project.read().interfaces().ids()).containsExactly("house:climate/a", "house:climate/b");
        assertThat(project.read().interfaces().hasPackageOf("house:climate/c")).isTrue();
        assertThat(project.read().interfaces().hasPackageOf("house:cooling/a")).isFalse();
    }

    @Test
    void otherPackagesOfAFolderAreRefused() {
        project.with("wit/a.wit", "package house:climate;").with("wit/b.wit", "package house:cooling;");

        assertThat(project.problems()).containsExactly("wit/b.wit:1:9: this file belongs to package house:cooling,"
                + " but others of its folder to house:climate. Correct the name, or move the file to a folder of its own below wit/deps.");
    }

    @Test
    void aFolderWithoutAPackageSaysHowToBegin() {
        project.with("wit/a.wit", "interface a { read: func(); }");

        assertThat(project.problems()).containsExactly("wit/a.wit:1:1: no file of this folder says to which package it belongs."
                + " Begin with a line such as \"package house:climate;\".");
    }

    @Test
    void aFileThatNobodyReadsIsPointedAt() {
        project.with("wit/more/a.wit", "interface a {}");

        assertThat(project.problems()).singleElement().asString()
                .startsWith("wit/more/a.wit:0:0: nobody reads this file").contains("wit/deps");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        Files.createDirectories(project.folder().resolve("wit"));
        Files.write(project.folder().resolve(WitProject.FILE), "package h:ö;".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(project.problems()).singleElement().asString().contains("file is not UTF-8 text");
    }
}
