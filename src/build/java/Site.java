import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

import org.ichradiomics.text.Html;

/**
 * Makes a static site of the Markdown pages, laid out as they are, so that every link between them holds:
 * {@code docs/batch.md} is {@code docs/batch.html}, a folder's README is its index. It needs no network and no script.
 * Arguments: the folder of the project, and that of the site.
 */
final class Site {

    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\n.*?\n---\n", Pattern.DOTALL);
    private static final Pattern MARKS = Pattern.compile("<!--.*?-->\n?", Pattern.DOTALL);
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final Path INDEX = Path.of("docs/README.md");

    /** What pages point at besides pages. */
    private static final List<String> OTHERS = List.of("LICENSE", "CITATION.cff", "macros", "docs");

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>%s - ICH Radiomics</title>
            <link rel="stylesheet" href="%s" />
            </head>
            <body>
            <header><a href="%s">ICH Radiomics</a> <a class="pages" href="#pages">All pages</a></header>
            <main>
            %s</main>
            <nav id="pages">
            %s</nav>
            </body>
            </html>
            """;

    private final Path project;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private Site(Path project) {
        this.project = project;
    }

    public static void main(String[] folders) throws IOException {
        Site site = new Site(Path.of(folders[0]));
        site.fill();
        site.write(Path.of(folders[1]));
    }

    /** A file that is as it should be keeps its time; a page that is no more goes. */
    private void write(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> there = Files.walk(target)) {
            for (Path file : there.filter(Files::isRegularFile).toList())
                if (!files.containsKey(slashes(target.relativize(file)))) Files.delete(file);
        }
        for (String name : files.keySet()) {
            Path file = target.resolve(name);
            Files.createDirectories(file.getParent());
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), files.get(name)))
                Files.write(file, files.get(name));
        }
    }

    private void fill() throws IOException {
        List<Path> pages =
                new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> docs = Files.list(project.resolve("docs"))) {
            docs.map(project::relativize)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .forEach(pages::add);
        }
        for (Path page : pages) add(html(page), page(page));
        for (String other : OTHERS) if (Files.exists(project.resolve(other))) copy(project.resolve(other));
        add("docs/style.css", Files.readString(project.resolve("src/build/site/style.css")));
        // Resources of a jar cannot be listed.
        add("files.txt", String.join("\n", files.keySet()) + "\n");
    }

    private void add(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(path ->
                            Files.isRegularFile(path) && !path.toString().endsWith(".md"))
                    .toList()) files.put(slashes(project.relativize(file)), Files.readAllBytes(file));
        }
    }

    private String page(Path page) throws IOException {
        Node document = parsed(page, page);
        return PAGE.formatted(
                Html.text(title(document)),
                relative(page, "docs/style.css"),
                relative(page, html(INDEX)),
                body(document),
                body(parsed(INDEX, page)).replaceAll("<(/?)h1.*?>", "<$1h2>").replaceAll(" id=\"[^\"]*\"", ""));
    }

    private static String body(Node document) {
        return MARKS.matcher(HTML.render(document))
                .replaceAll("")
                .replace("<table>", "<div class=\"wide\"><table>")
                .replace("</table>", "</table></div>");
    }

    /** A page whose links lead from another place. */
    private Node parsed(Path page, Path from) throws IOException {
        String text = Files.readString(project.resolve(page));
        Node document = PARSER.parse(FRONT_MATTER.matcher(text).replaceFirst(""));
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(linked(link.getDestination(), page, from));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination(linked(image.getDestination(), page, from));
            }
        });
        return document;
    }

    private static String linked(String link, Path page, Path from) {
        if (link.contains("://") || link.startsWith("mailto:")) return link;
        String[] parts = link.split("#", 2);
        if (parts[0].isEmpty()) return link;
        Path target = page.resolveSibling(parts[0]).normalize();
        return relative(from, html(target)) + (parts.length == 2 ? "#" + parts[1] : "");
    }

    private static String relative(Path from, String to) {
        Path folder = Optional.ofNullable(from.getParent()).orElse(Path.of(""));
        return slashes(folder.relativize(Path.of(to)));
    }

    private static String html(Path page) {
        return slashes(page).replaceFirst("(?<=/)README\\.md$", "index.html").replaceFirst("\\.md$", ".html");
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String title(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading)
                return TextContentRenderer.builder().build().render(node);
        }
        return "Documentation";
    }
}
