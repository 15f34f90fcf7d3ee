import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Lays out a Fiji update site with the plugin in it: {@code db.xml.gz}, and the jar under its name and time. What the
 * updater shows of a plugin it takes from the Maven descriptor in the jar; so is it here.
 *
 * <p>Arguments: the plugin jar, the folder to write, the time of the release (ISO, UTC), and the {@code db.xml.gz} of
 * the site as it stands, where there is one: its versions become previous ones.
 */
final class UpdateSite {

    private static final String NAME = "plugins/ICH_Radiomics";

    /** What Fiji has on its own sites and the plugin calls. */
    private static final List<String> NEEDED = List.of("jars/ij.jar", "jars/scijava-common.jar");

    /** Lines of a manifest that change from build to build; the updater leaves them out of its digest. */
    private static final Set<String> PASSED_OVER =
            Set.of("ARCHIVER-VERSION", "BUILT-BY", "BUILD-JDK", "CLASS-PATH", "CREATED-BY", "IMPLEMENTATION-BUILD");

    private UpdateSite() {}

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path site = Path.of(arguments[1]);
        String time = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                .withZone(ZoneOffset.UTC)
                .format(Instant.parse(arguments[2]));
        String name = "plugins/" + jar.getFileName();
        Files.createDirectories(site.resolve("plugins"));
        Files.write(site.resolve(name + "-" + time), Files.readAllBytes(jar));
        String previous = arguments.length > 3 && Files.exists(Path.of(arguments[3]))
                ? previous(xml(new GZIPInputStream(Files.newInputStream(Path.of(arguments[3])))), time)
                : "";
        Files.write(site.resolve("db.xml.gz"), packed(database(jar, name, time, previous)));
    }

    private static String database(Path jar, String name, String time, String previous) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry pom = file.stream()
                    .filter(entry -> entry.getName().matches("META-INF/maven/.*/pom.xml"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(jar + " lacks its Maven descriptor"));
            Element project = xml(file.getInputStream(pom)).getDocumentElement();
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + DOCTYPE + "<pluginRecords>\n    <plugin filename=\""
                    + escaped(name) + "\">\n        <version checksum=\"" + digest(file) + "\" filesize=\""
                    + Files.size(jar) + "\" timestamp=\"" + time + "\">\n            <description>"
                    + escaped(text(project, "description")) + "</description>\n"
                    + NEEDED.stream()
                            .map(needed -> "            <dependency filename=\"" + needed + "\"/>\n")
                            .collect(Collectors.joining())
                    + "            <link>" + escaped(text(project, "url")) + "</link>\n            <author>"
                    + escaped(text(
                            (Element) project.getElementsByTagName("developer").item(0), "name"))
                    + "</author>\n        </version>\n" + previous + "    </plugin>\n</pluginRecords>\n";
        }
    }

    /** SHA-1 over names and contents of all entries in the order of their names, comments and build lines left out. */
    static String digest(JarFile jar) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        for (JarEntry entry :
                jar.stream().sorted(Comparator.comparing(JarEntry::getName)).toList()) {
            digest.update(entry.getName().getBytes(StandardCharsets.US_ASCII));
            byte[] content;
            try (InputStream in = jar.getInputStream(entry)) {
                content = in.readAllBytes();
            }
            if (entry.getName().endsWith(".properties")) content = withoutComments(content);
            if (entry.getName().equals(JarFile.MANIFEST_NAME)) content = withoutBuild(content);
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] withoutComments(byte[] content) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean start = true;
        boolean comment = false;
        for (byte b : content) {
            if (start) comment = b == '#';
            if (!comment) kept.write(b);
            start = b == '\n';
        }
        return kept.toByteArray();
    }

    private static byte[] withoutBuild(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.indexOf(':') < 1
                        || !PASSED_OVER.contains(
                                line.substring(0, line.indexOf(':')).toUpperCase(Locale.ROOT)))
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The versions of the site as it stands, now obsolete. */
    private static String previous(Document site, String time) {
        StringBuilder text = new StringBuilder();
        NodeList plugins = site.getElementsByTagName("plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            Element plugin = (Element) plugins.item(i);
            if (!plugin.getAttribute("filename").startsWith(NAME)) continue;
            for (String tag : List.of("version", "previous-version")) {
                NodeList versions = plugin.getElementsByTagName(tag);
                for (int k = 0; k < versions.getLength(); k++)
                    text.append(previous(plugin, (Element) versions.item(k), time));
            }
        }
        return text.toString();
    }

    private static String previous(Element plugin, Element version, String time) {
        Element named = version.hasAttribute("filename") ? version : plugin;
        String obsolete = version.getAttribute("timestamp-obsolete");
        return "        <previous-version checksum=\"" + escaped(version.getAttribute("checksum")) + "\" filename=\""
                + escaped(named.getAttribute("filename")) + "\" timestamp=\""
                + escaped(version.getAttribute("timestamp")) + "\" timestamp-obsolete=\""
                + (obsolete.isEmpty() ? time : escaped(obsolete)) + "\"/>\n";
    }

    private static Document xml(InputStream in) throws IOException, SAXException, ParserConfigurationException {
        try (in) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    /** The text of a child, blanks folded. */
    private static String text(Element parent, String child) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeName().equals(child))
                return children.item(i).getTextContent().strip().replaceAll("\\s+", " ");
        }
        throw new IllegalArgumentException("no " + child + " in " + parent.getNodeName());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Without the time that gzip would write: the same site, the same bytes. */
    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static final String DOCTYPE = """
            <!DOCTYPE pluginRecords [
            <!ELEMENT pluginRecords (plugin*)>
            <!ELEMENT plugin (version?, previous-version*)>
            <!ELEMENT version (description?, dependency*, link*, author*)>
            <!ELEMENT previous-version EMPTY>
            <!ELEMENT description (#PCDATA)>
            <!ELEMENT dependency EMPTY>
            <!ELEMENT link (#PCDATA)>
            <!ELEMENT author (#PCDATA)>
            <!ATTLIST plugin filename CDATA #REQUIRED>
            <!ATTLIST dependency filename CDATA #REQUIRED>
            <!ATTLIST dependency timestamp CDATA #IMPLIED>
            <!ATTLIST version timestamp CDATA #REQUIRED>
            <!ATTLIST version checksum CDATA #REQUIRED>
            <!ATTLIST version filesize CDATA #REQUIRED>
            <!ATTLIST previous-version filename CDATA #IMPLIED>
            <!ATTLIST previous-version timestamp CDATA #REQUIRED>
            <!ATTLIST previous-version timestamp-obsolete CDATA #IMPLIED>
            <!ATTLIST previous-version checksum CDATA #REQUIRED>]>
            """;
}
