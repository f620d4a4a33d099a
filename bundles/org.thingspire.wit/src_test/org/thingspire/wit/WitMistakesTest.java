// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.wit.model.Type;
import org.thingspire.wit.model.TypeName;

/** What is wrong, where, and what to do about it. */
class WitMistakesTest {

    private WitProject project;

    @BeforeEach
    void makeProject(@TempDir Path folder) {
        project = new WitProject(folder);
    }

    private void assertProblems(String... expected) {
        assertThat(project.problems()).containsExactly(expected);
    }

    @Nested
    class InTheGrammar {

        @Test
        void eachDeclarationHasItsOwnMessage() {
            project.withInterface("""
                      read: func() -> ;
                      write: func(value f32);
                      record reading { value: , when: u64 }
                      good: func();
                      fine: fun();
                    """);

            assertProblems(
                    "wit/house.wit:3:19: here should be a type, not \";\".",
                    "wit/house.wit:4:21: here should be \":\", not \"f32\".",
                    "wit/house.wit:5:27: here should be a type, not \",\".",
                    "wit/house.wit:7:9: here should be \"func\", not \"fun\".");
        }

        @Test
        void aMissingSemicolonIsReportedInItsOwnLine() {
            project.withInterface("read: func() -> f32\nwrite: func();");

            assertProblems("wit/house.wit:3:17: a \";\" is missing after \"f32\".");
        }

        @Test
        void aBraceThatIsNeverClosedIsReportedWhereItIsOpened() {
            project.with(WitProject.FILE, "package house:climate;\ninterface a {\n  read: func();\n");

            assertProblems("wit/house.wit:2:13: this brace is never closed. Write \"}\" after what belongs to it.");
        }

        @Test
        void aBraceThatClosesNothingIsReported() {
            project.with(WitProject.FILE, "package house:climate;\ninterface a {}\n}\ninterface b {}");

            assertProblems("wit/house.wit:3:1: this brace closes nothing. Remove it.");
        }

        @Test
        void aKeywordAsANameSaysHowToWriteIt() {
            project.withInterface("record: func();");

            assertProblems("wit/house.wit:3:7: here should be a name for the record, not \":\".");

            project.withInterface("import: func();\nset: func(string: u8);");

            assertProblems("wit/house.wit:3:1: an interface does not import or export. Declare the function without \"import\"; imports and"
                    + " exports are for worlds.",
                    "wit/house.wit:4:11: here should be a parameter's name, but \"string\" is a word of WIT itself."
                            + " Write \"%string\" to use it as a name.");
        }

        @Test
        void namesOfOtherLanguagesAreTranslated() {
            project.withInterface("readValue: func();\nread_value: func();\n_x: func();");

            assertProblems(
                    "wit/house.wit:3:1: \"readValue\" can not be a name."
                            + " Join words of small letters and digits with hyphens: \"read-value\".",
                    "wit/house.wit:4:1: \"read_value\" can not be a name."
                            + " Join words of small letters and digits with hyphens: \"read-value\".",
                    "wit/house.wit:5:1: \"_x\" can not be a name. Join words of small letters and digits with hyphens: \"x\".");
        }

        @Test
        void whatWitOnceHadSaysWhatItHasNow() {
            project.withInterface("read: func() -> float32;\nboth: func() -> (a: u8, b: u8);");

            assertProblems("wit/house.wit:3:17: WIT has no type \"float32\" any more. Write \"f32\".",
                    "wit/house.wit:4:17: a function has at most one result, and it has no name."
                            + " Write \"-> tuple<...>\", or declare a record for several.");
        }

        @Test
        void signsThatWitDoesNotHaveAreReportedOnce() {
            project.withInterface("read: func() -> f32; §§§ write: func();");

            assertProblems("wit/house.wit:3:22: WIT has no \"§§§\". Remove it.");
        }

        @Test
        void commentsAndStringsThatDoNotEndAreReported() {
            project.with(WitProject.FILE, "package house:climate; /* and on");
            assertProblems("wit/house.wit:1:24: this comment does not end. Write */ after it; each /* in it needs one of its own.");

            project.withInterface("@external-id(\"x) a: func();");
            assertThat(project.problems()).first().asString().contains("3:14: this string does not end in its line");
        }

        @Test
        void gatesAreReadStrictly() {
            project.withInterface("@sinse(version = 1.0.0)\na: func();\n@since(version = 1)\nb: func();\n"
                    + "@unstable(version = x)\nc: func();\n"
                    + "@since(version = 1.0.0)\n@unstable(feature = y)\nd: func();");

            assertProblems("wit/house.wit:3:2: WIT has no \"@sinse\". Did you mean \"since\"?",
                    "wit/house.wit:5:18: here should be a version such as 1.0.0, not \"1\".",
                    "wit/house.wit:7:11: here should be \"feature =\", not \"version\".",
                    "wit/house.wit:10:2: a declaration is either stable since a version or unstable. Remove \"@since\" or \"@unstable\".");
        }

        @Test
        void emptyTypesAreRefused() {
            project.withInterface("record a {}\nvariant b {}\nenum c {}\nflags d {}\ne: func(x: tuple<>);");

            assertThat(project.problems()).hasSize(5).allMatch(problem -> problem.contains("has at least one"));
        }

        @Test
        void typesThatAreNestedWithoutEndAreRefused() {
            project.withInterface("a: func(x: " + "list<".repeat(5000) + "u8" + ">".repeat(5000) + ");");

            assertThat(project.problems()).singleElement().asString().contains("types are nested more than 100 times");
        }
    }

    @Nested
    class InTheNames {

        @Test
        void anUnknownTypeNamesTheOneThatWasMeant() {
            project.withInterface("type celsius = f32;\nread: func() -> celcius;");

            assertProblems("wit/house.wit:4:17: there is no type \"celcius\" in interface \"all\". Did you mean \"celsius\"?");
        }

        @Test
        void aTypeOfAnotherInterfaceHasToBeThere() {
            project.withInterface("use types.{celcius};").with("wit/types.wit", "interface types { type celsius = f32; }");
            assertProblems("wit/house.wit:3:12: interface \"types\" has no type \"celcius\". Did you mean \"celsius\"?");

            project.withInterface("use tipes.{celsius};");
            assertProblems("wit/house.wit:3:5: there is no interface \"tipes\" in package house:climate. Did you mean \"types\"?");

            project.withInterface("use house:klimate/types.{celsius};");
            assertProblems("wit/house.wit:3:19: there is no package house:klimate in this project. Did you mean \"house:climate\"?");

            project.withInterface("use wasi:clocks/wall@0.2.0.{datetime};");
            assertProblems("wit/house.wit:3:17: there is no package wasi:clocks@0.2.0 in this project."
                    + " Put its WIT files into a folder of their own below wit/deps.");
        }

        @Test
        void namesAreDeclaredOnce() {
            project.withInterface("a: func();\nA: func();\ntype a = u8;\n"
                    + "record r { x: u8, x: u8 }\nenum e { p, p }\nf: func(q: u8, q: u8);");

            assertProblems(
                    "wit/house.wit:4:1: \"A\" is declared twice in interface \"all\", first in line 3,"
                            + " and names differ by more than small and large letters. Give one of them another name.",
                    "wit/house.wit:5:6: \"a\" is declared twice in interface \"all\", first in line 3. Give one of them another name.",
                    "wit/house.wit:6:19: \"x\" is declared twice in record \"r\", first in line 6. Give one of them another name.",
                    "wit/house.wit:7:13: \"p\" is declared twice in enum \"e\", first in line 7. Give one of them another name.",
                    "wit/house.wit:8:16: \"q\" is declared twice in the parameters of \"f\", first in line 8."
                            + " Give one of them another name.");
        }

        @Test
        void interfacesOfOnePackageHaveDifferentNames() {
            project.with("wit/a.wit", "package house:climate; interface x {}")
                    .with("wit/b.wit", "interface x {}\nworld y {}\ninterface y {}");

            assertProblems("wit/b.wit:1:11: another file of package house:climate has \"x\", too. Give one of them another name.",
                    "wit/b.wit:3:11: \"y\" is declared twice in this file, first in line 2. Give one of them another name.");
        }

        @Test
        void aTypeCanNotContainItself() {
            project.withInterface("record a { b: b }\nrecord b { c: list<a> }\ntype c = c;");

            assertThat(project.problems()).hasSize(2).allMatch(problem -> problem.contains("contains itself"));
        }

        @Test
        void interfacesCanNotUseEachOther() {
            project.with(WitProject.FILE, "package house:climate;\ninterface a { use b.{y}; type x = u8; }\n"
                    + "interface b { use a.{x}; type y = u8; }");

            assertThat(project.problems()).hasSize(2).allMatch(problem -> problem.contains("uses itself"));
        }

        @Test
        void onlyResourcesAreBorrowed() {
            project.withInterface("type a = u8;\nf: func(x: borrow<a>);");

            assertProblems("wit/house.wit:4:19: \"a\" is no resource, and only handles of resources are borrowed."
                    + " Write the type without \"borrow\".");
        }

        @Test
        void anotherNameOfAResourceIsAResource() {
            project.withInterface("type door = gate;\nresource gate;\nuse other.{window};\n"
                    + "f: func(a: borrow<door>, b: own<door>, c: borrow<window>) -> own<door>;")
                    .with("wit/other.wit", "interface other { resource window; }");

            assertProblems();
            assertThat(project.function("f").parameters()).extracting(Type.Field::type).containsExactly(
                    new Type.Handle(new TypeName("house:climate/all", "gate"), true),
                    new Type.Handle(new TypeName("house:climate/all", "gate"), false),
                    new Type.Handle(new TypeName("house:climate/other", "window"), true));
        }

        @Test
        void onlyResourcesAreOwned() {
            project.withInterface("type a = u8;\nresource r;\ntype b = own<r>;\nf: func(x: own<a>, y: own<b>);");

            assertProblems("wit/house.wit:6:16: \"a\" is no resource, and only handles of resources are owned. Write the type without \"own\".",
                    "wit/house.wit:6:27: \"b\" is no resource, and only handles of resources are owned. Write the type without \"own\".");
        }

        @Test
        void borrowedHandlesAreNotReturned() {
            project.withInterface("resource r;\nrecord in { handle: option<borrow<r>> }\na: func() -> borrow<r>;\nb: func(x: in) -> list<in>;\n"
                    + "c: func(x: in) -> r;");

            assertProblems("wit/house.wit:5:1: \"a\" returns a borrowed handle, which ends with the call. Return an own handle.",
                    "wit/house.wit:6:1: \"b\" returns a borrowed handle, which ends with the call. Return an own handle.");
        }

        @Test
        void aConstructorReturnsItsResource() {
            project.withInterface("resource q;\nresource a { constructor() -> u32; }\nresource b { constructor() -> result<q>; }\n"
                    + "resource c { constructor() -> result<c, string>; }\nresource d { constructor() -> result; }");

            assertProblems(
                    "wit/house.wit:4:14: a constructor returns the resource that it makes. Write no result, or \"-> result<a, ...>\".",
                    "wit/house.wit:5:14: a constructor returns the resource that it makes. Write no result, or \"-> result<b, ...>\".",
                    "wit/house.wit:7:14: a constructor returns the resource that it makes. Write no result, or \"-> result<d, ...>\".");
        }

        @Test
        void keysOfMapsCanBeCompared() {
            project.withInterface("type a = map<string, f32>;\ntype b = map<f32, u8>;\ntype c = map<tuple<u8>, u8>;");

            assertProblems("wit/house.wit:4:6: the keys of a map are bool, char, strings or whole numbers. Take one of these as a key.",
                    "wit/house.wit:5:6: the keys of a map are bool, char, strings or whole numbers. Take one of these as a key.");
        }

        @Test
        void aUseNamesSomething() {
            project.withInterface("use nowhere.{};");

            assertProblems("wit/house.wit:3:14: a use names at least one type. Write its name between the braces, or remove the line.");
        }

        @Test
        void aFileUsesInterfacesOnly() {
            project.with(WitProject.FILE, "package house:climate;\nuse a:b/w;\nuse a:b/i;")
                    .with("wit/deps/a.wit", "package a:b;\nworld w {}\ninterface i {}");

            assertThat(project.problems()).singleElement().asString().startsWith("wit/house.wit:2:9: \"w\" is no interface");
        }

        @Test
        void aPackageIsInOnePlace() {
            project.with(WitProject.FILE, "package house:climate;\npackage a:b {}\npackage a:b {}\npackage c:d {}")
                    .with("wit/deps/x.wit", "package c:d;");

            assertProblems("wit/deps/x.wit:1:9: package c:d is declared twice, first in house.wit. Put all that belongs to it in one place.",
                    "wit/house.wit:3:9: package a:b is declared twice, first in house.wit. Put all that belongs to it in one place.");
        }

        @Test
        void nothingIsThereSinceALaterVersion() {
            project.with(WitProject.FILE, """
                    package house:climate@1.2.0-rc.2;
                    @since(version = 1.2.0)
                    interface a {
                        @since(version = 1.1.9)
                        type t = u8;
                        @since(version = 1.10.0)
                        f: func();
                        @since(version = 1.2.0-rc.1)
                        g: func();
                    }
                    """);

            assertProblems(
                    "wit/house.wit:3:11: \"a\" is there since version 1.2.0, but this is version 1.2.0-rc.2 of the package."
                            + " Correct one of the two versions.",
                    "wit/house.wit:7:5: \"f\" is there since version 1.10.0, but this is version 1.2.0-rc.2 of the package."
                            + " Correct one of the two versions.");
        }

        @Test
        void aWorldImportsAndExportsEachInterfaceOnce() {
            project.with(WitProject.FILE,
                    "package house:climate;\ninterface i {}\nworld w {\n  import i;\n  import house:climate/i;\n  export i;\n}");

            assertThat(project.problems()).singleElement().asString()
                    .startsWith("wit/house.wit:5:24: \"house:climate/i\" is declared twice in the imports of world \"w\", first in line 4");
        }

        @Test
        void moreFlagsThanBitsAreRefused() {
            project.withInterface("flags f { " + "a%d, ".repeat(33).formatted(IntStream.range(0, 33).boxed().toArray()) + "}");

            assertThat(project.problems()).singleElement().asString().contains("has 33 flags, but at most 32 can be passed");
        }

        @Test
        void worldsAreChecked() {
            project.with(WitProject.FILE, """
                    package house:climate;
                    interface probe {}
                    world app {
                        import prob;
                        export run: func(x: nothing);
                        export run: probe;
                        include other;
                        include probe;
                        import s: interface { f: func(x: nowhere); }
                    }
                    world one { include two; }
                    world two { include one; }
                    """);

            assertProblems(
                    "wit/house.wit:4:12: there is no interface \"prob\" in package house:climate. Did you mean \"probe\"?",
                    "wit/house.wit:5:25: there is no type \"nothing\" in world \"app\". There are no types yet.",
                    "wit/house.wit:6:12: \"run\" is declared twice in the exports of world \"app\", first in line 5."
                            + " Give one of them another name.",
                    "wit/house.wit:7:13: there is no world \"other\" in package house:climate. Known worlds: app, one, two.",
                    "wit/house.wit:8:13: \"probe\" is no world. Known worlds: app, one, two.",
                    "wit/house.wit:9:38: there is no type \"nowhere\" in interface \"s\". There are no types yet.",
                    "wit/house.wit:11:7: world \"one\" includes itself. Remove one of the includes.",
                    "wit/house.wit:12:7: world \"two\" includes itself. Remove one of the includes.");
        }
    }
}
