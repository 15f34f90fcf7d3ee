package org.ichradiomics;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The documentation as the build's Site makes it: whole, well-formed, and the same bytes each time. */
class SiteTest {

    @TempDir
    private static Path folder;

    private static final Map<Path, Document> PAGES = new TreeMap<>();

    @BeforeAll
    static void makeItTwice() throws Exception {
        for (String name : List.of("first", "second")) {
            Process site = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            "src/build/java/Site.java",
                            ".",
                            folder.resolve(name).toString())
                    .redirectErrorStream(true)
                    .start();
            assertEquals("", new String(site.getInputStream().readAllBytes()));
            assertEquals(0, site.waitFor());
        }
        DocumentBuilder xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Path page : files("first")) {
            if (!page.toString().endsWith(".html")) continue;
            String text = Files.readString(folder.resolve("first").resolve(page));
            PAGES.put(page, xml.parse(new InputSource(new StringReader(text.replace("<!DOCTYPE html>", "")))));
        }
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(name))) {
            return all.filter(Files::isRegularFile)
                    .map(folder.resolve(name)::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList all = page.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < all.getLength(), i -> i + 1)
                .map(i -> (Element) all.item(i))
                .toList();
    }

    private static Set<String> values(Document page, String tag, String attribute) {
        return elements(page, tag).stream()
                .map(element -> element.getAttribute(attribute))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void twiceTheSameBytes() throws IOException {
        assertEquals(files("first"), files("second"));
        for (Path file : files("first"))
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(file)),
                    Files.readAllBytes(folder.resolve("second").resolve(file)),
                    file.toString());
    }

    @Test
    void everyPageIsThere() throws IOException {
        for (Path page : LinksTest.pages()) {
            Path html = Path.of(page.toString()
                    .replace("README.md", page.startsWith("docs") ? "index.md" : "README.md")
                    .replace(".md", ".html"));
            assertTrue(PAGES.containsKey(html), page.toString());
            String heading = elements(PAGES.get(html), "h1").get(0).getTextContent();
            assertEquals(
                    heading + " - ICH Radiomics",
                    elements(PAGES.get(html), "title").get(0).getTextContent());
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        Set<Path> reached = new HashSet<>();
        Map<Path, Set<String>> ids = new HashMap<>();
        PAGES.forEach((path, page) -> ids.put(path, values(page, "*", "id")));
        for (Map.Entry<Path, Document> page : PAGES.entrySet()) {
            Set<String> links = values(page.getValue(), "a", "href");
            links.addAll(values(page.getValue(), "img", "src"));
            links.addAll(values(page.getValue(), "link", "href"));
            for (String link : links) {
                if (link.startsWith("https://")) continue;
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page.getKey()
                        : page.getKey().resolveSibling(parts[0]).normalize();
                reached.add(target);
                boolean isThere = Files.isRegularFile(folder.resolve("first").resolve(target))
                        && (parts.length == 1
                                || ids.getOrDefault(target, Set.of()).contains(parts[1]));
                if (!isThere) broken.add(page.getKey() + ": " + link);
            }
        }
        assertEquals(Set.of(), broken);
        assertTrue(reached.containsAll(PAGES.keySet()), "a page to which nothing leads");
    }

    @Test
    void nothingComesFromElsewhere() {
        PAGES.forEach((path, page) -> {
            assertEquals(List.of(), elements(page, "script"), path.toString());
            Set<String> loaded = values(page, "img", "src");
            loaded.addAll(values(page, "link", "href"));
            assertFalse(loaded.stream().anyMatch(link -> link.contains(":")), path + " loads " + loaded);
            for (Element image : elements(page, "img"))
                assertTrue(image.getAttribute("alt").length() > 10, path + ": " + image.getAttribute("src"));
            List<String> ids = elements(page, "*").stream()
                    .map(element -> element.getAttribute("id"))
                    .filter(id -> !id.isEmpty())
                    .toList();
            assertEquals(Set.copyOf(ids).size(), ids.size(), path + " has an id twice");
        });
    }

    /** Those that the menu's help unpacks, which cannot list a folder of the jar. */
    @Test
    void theListOfFilesIsWhole() throws IOException {
        List<String> listed = Files.readAllLines(folder.resolve("first/files.txt"));
        assertEquals(
                files("first").stream()
                        .map(file -> file.toString().replace('\\', '/'))
                        .filter(file -> !file.equals("files.txt"))
                        .sorted()
                        .toList(),
                listed.stream().sorted().toList());
        assertEquals(Arrays.asList(listed.toArray()), listed.stream().distinct().toList());
    }
}
