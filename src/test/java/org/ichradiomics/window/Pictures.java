package org.ichradiomics.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ij.measure.ResultsTable;

import org.ichradiomics.IchRadiomics;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.SampleImage;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.text.Sha256;

/**
 * The pictures of windows in the documentation. Each bears the hash of what its window is made of, so that a test can
 * tell when it is older than the window. {@link PictureTaking} makes them anew.
 */
final class Pictures {

    static final Path FOLDER = Path.of("docs/images");

    /** Words that a window shows are texts of its sources. */
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    private static final Path SOURCES = Path.of("src/main/java/org/ichradiomics");

    /**
     * A picture.
     *
     * @param made what its window is made of, as text
     */
    record Picture(String name, Callable<String> made) {

        Path file() {
            return FOLDER.resolve(name);
        }

        String hash() throws Exception {
            return Sha256.of(made.call()).substring(0, 16);
        }
    }

    /** First the one in whose table rows of the others would stand. */
    static final List<Picture> ALL = List.of(
            new Picture("results.png", () -> measured() + declared(Tasks.EXTRACT)),
            new Picture("dialog.png", () -> declared(Tasks.EXTRACT)),
            new Picture("expansion-dialog.png", () -> declared(Tasks.EXPANSION)),
            new Picture("card.png", () -> measured() + words("page/CaseCard.java", "plugin/CardWindow.java")));

    private Pictures() {}

    /** What a dialog is made of: its fields in their order, and their words. */
    private static String declared(Task task) {
        return task.title() + "\n" + task.message() + "\n" + (task.preview() != null) + "\n"
                + task.options().stream()
                        .filter(option -> option.reach() == Option.Reach.DIALOG)
                        .map(option -> option.title() + "|" + option.kind() + "|" + option.choices() + "|"
                                + option.entry() + "|" + option.isFurther() + "|"
                                + option.look().other() + option.look().values())
                        .collect(Collectors.joining("\n"));
    }

    /** What is measured of the sample, as a row of <i>Results</i>. */
    private static String measured() throws Exception {
        ResultsTable table = IchRadiomics.extract(SampleImage.open(), null, "");
        return table.getColumnHeadings() + "\n" + table.getRowAsString(0) + "\n";
    }

    private static String words(String... sources) throws IOException {
        StringBuilder words = new StringBuilder();
        for (String source : sources)
            TEXT.matcher(Files.readString(SOURCES.resolve(source)))
                    .results()
                    .map(MatchResult::group)
                    .forEach(words::append);
        return words.toString();
    }
}
