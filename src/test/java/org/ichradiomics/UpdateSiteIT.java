package org.ichradiomics;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The update site as Fiji's updater reads it, by the rules of its public source (net.imagej.updater 1.1:
 * {@code XMLFileReader}, {@code FilesUploader}, {@code UpdaterUtil.getJarDigest}), written down here once more.
 */
class UpdateSiteIT {

    private static final Path JAR = Path.of(System.getProperty("plugin.jar"));

    @TempDir
    private Path folder;

    @Test
    void theUpdaterFindsTheJarItsDigestAndWhoMadeIt() throws Exception {
        Element plugin = plugin(site("one", "2026-03-04T05:06:07Z", "none"));
        assertEquals("plugins/" + JAR.getFileName(), plugin.getAttribute("filename"));
        Element version = (Element) plugin.getElementsByTagName("version").item(0);
        assertEquals("20260304050607", version.getAttribute("timestamp"));
        assertEquals(Files.size(JAR), Long.parseLong(version.getAttribute("filesize")));
        assertEquals(digest(Files.readAllBytes(JAR)), version.getAttribute("checksum"));
        assertArrayEquals(
                Files.readAllBytes(JAR),
                Files.readAllBytes(
                        folder.resolve("one/plugins/" + JAR.getFileName() + "-" + version.getAttribute("timestamp"))));
        assertTrue(text(version, "description").get(0).startsWith("Radiomics of intracerebral haemorrhage"));
        assertEquals(List.of("The ICH Radiomics developers"), text(version, "author"));
        List<String> needed = new ArrayList<>();
        for (int i = 0; i < version.getElementsByTagName("dependency").getLength(); i++)
            needed.add(((Element) version.getElementsByTagName("dependency").item(i)).getAttribute("filename"));
        assertEquals(List.of("jars/ij.jar", "jars/scijava-common.jar"), needed);
    }

    /** Fiji takes a jar of a version that it does not know for one that its user changed, and leaves it. */
    @Test
    void whatWasPublishedBeforeIsKnownAsPrevious() throws Exception {
        Path first = site("first", "2026-01-01T00:00:00Z", "none");
        Element published =
                (Element) plugin(first).getElementsByTagName("version").item(0);
        Element plugin = plugin(site("second", "2026-02-01T00:00:00Z", first.toString()));
        Element previous =
                (Element) plugin.getElementsByTagName("previous-version").item(0);
        assertEquals(published.getAttribute("checksum"), previous.getAttribute("checksum"));
        assertEquals("20260101000000", previous.getAttribute("timestamp"));
        assertEquals("20260201000000", previous.getAttribute("timestamp-obsolete"));
        assertEquals("plugins/" + JAR.getFileName(), previous.getAttribute("filename"));
    }

    @Test
    void theSameReleaseIsTheSameBytes() throws Exception {
        assertArrayEquals(
                Files.readAllBytes(site("a", "2026-01-01T00:00:00Z", "none")),
                Files.readAllBytes(site("b", "2026-01-01T00:00:00Z", "none")));
    }

    private Path site(String name, String time, String before) throws Exception {
        Path site = folder.resolve(name);
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/build/java/UpdateSite.java",
                        JAR.toString(),
                        site.toString(),
                        time,
                        before)
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes());
        assertEquals(0, program.waitFor(), said);
        return site.resolve("db.xml.gz");
    }

    /** Checked against the grammar that stands in the file. */
    private static Element plugin(Path database) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(database))) {
            Document document = builder.parse(in);
            assertEquals(1, document.getElementsByTagName("plugin").getLength());
            return (Element) document.getElementsByTagName("plugin").item(0);
        }
    }

    private static List<String> text(Element parent, String name) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parent.getElementsByTagName(name).getLength(); i++)
            texts.add(parent.getElementsByTagName(name).item(i).getTextContent());
        return texts;
    }

    private static String digest(byte[] jar) throws Exception {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(new ByteArrayInputStream(jar)))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; )
                entries.put(entry.getName(), zip.readAllBytes());
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        for (String name : entries.keySet()) {
            digest.update(name.getBytes("ASCII"));
            digest.update(
                    name.equals("META-INF/MANIFEST.MF")
                            ? lines(
                                    entries.get(name),
                                    "(?i)(archiver-version|built-by|build-jdk|class-path|created-by"
                                            + "|implementation-build):.*")
                            : name.endsWith(".properties") ? lines(entries.get(name), "#.*") : entries.get(name));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** All lines but those of a kind. */
    private static byte[] lines(byte[] content, String without) {
        StringBuilder kept = new StringBuilder();
        Scanner lines = new Scanner(new String(content, java.nio.charset.StandardCharsets.UTF_8)).useDelimiter("\r?\n");
        lines.forEachRemaining(line -> {
            if (!line.matches(without)) kept.append(line).append('\n');
        });
        return kept.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
