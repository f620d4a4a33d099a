// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Says where the time of a run of the tests went: each suite's share, and the ten slowest tests. Reads the reports that Surefire has
 * left in {@code <suite>/target/surefire-reports} since the run began.
 *
 * <pre>java TestTimes.java FILE FOLDER    a file that was made when the run began, and the checkout</pre>
 */
final class TestTimes {

    private static final int SLOWEST = 10;

    /** One test; {@code seconds} by the clock, so that tests which ran at the same time count each. */
    private record Test(String suite, String name, double seconds, String outcome) {
    }

    public static void main(String[] arguments) throws Exception {
        FileTime begin = Files.getLastModifiedTime(Path.of(arguments[0]));
        List<Test> tests = new ArrayList<>();
        for (Path report : reports(Path.of(arguments[1]), begin)) {
            tests.addAll(read(report));
        }
        print(tests);
    }

    private static List<Path> reports(Path checkout, FileTime begin) throws IOException {
        List<Path> reports = new ArrayList<>();
        for (String parent : List.of("bundles", "tests")) {
            try (Stream<Path> suites = Files.list(checkout.resolve(parent))) {
                for (Path suite : suites.sorted().toList()) {
                    reports.addAll(reportsOf(suite.resolve("target/surefire-reports"), begin));
                }
            }
        }
        return reports;
    }

    private static List<Path> reportsOf(Path folder, FileTime begin) throws IOException {
        List<Path> reports = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(TestTimes::isReport).sorted().toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(begin) >= 0) {
                        reports.add(file);
                    }
                }
            }
        }
        return reports;
    }

    private static boolean isReport(Path file) {
        return file.getFileName().toString().matches("TEST-.*\\.xml");
    }

    private static List<Test> read(Path report) throws Exception {
        String suite = report.getName(report.getNameCount() - 4).toString();
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        NodeList cases = parser.parse(report.toFile()).getElementsByTagName("testcase");
        List<Test> tests = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String type = test.getAttribute("classname");
            // Surefire groups the digits of what takes more than a quarter of an hour.
            double seconds = Double.parseDouble(test.getAttribute("time").replace(",", ""));
            tests.add(new Test(suite, type.substring(type.lastIndexOf('.') + 1) + "." + test.getAttribute("name"), seconds, outcome(test)));
        }
        return tests;
    }

    private static String outcome(Element test) {
        return Stream.of("failure", "error", "skipped").filter(what -> test.getElementsByTagName(what).getLength() > 0).findFirst()
                .orElse("passed");
    }

    private static void print(List<Test> tests) {
        double all = tests.stream().mapToDouble(Test::seconds).sum();
        Map<String, List<Test>> suites = tests.stream().collect(Collectors.groupingBy(Test::suite, TreeMap::new, Collectors.toList()));
        say("%n%d tests, %d failed, %d skipped: %.1f s", tests.size(), count(tests, "failure") + count(tests, "error"),
                count(tests, "skipped"), all);
        say("%n  seconds  share  tests  suite");
        suites.entrySet().stream().sorted(Comparator.comparingDouble(suite -> -seconds(suite.getValue())))
                .forEach(suite -> say("%9.1f %5.0f%% %6d  %s", seconds(suite.getValue()), 100 * seconds(suite.getValue()) / Math.max(all, 0.001),
                        suite.getValue().size(), suite.getKey()));
        say("%n  seconds  the slowest");
        tests.stream().sorted(Comparator.comparingDouble(Test::seconds).reversed()).limit(SLOWEST)
                .forEach(test -> say("%9.1f  %s", test.seconds(), test.name()));
    }

    private static double seconds(List<Test> tests) {
        return tests.stream().mapToDouble(Test::seconds).sum();
    }

    private static long count(List<Test> tests, String outcome) {
        return tests.stream().filter(test -> test.outcome().equals(outcome)).count();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
