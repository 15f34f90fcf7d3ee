package org.ichradiomics.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.text.Version;

/** What is said to somebody who gives no command: what one can do, and how to begin. */
final class Start {

    /** The name of the commands in help and completion. */
    static final String NAME = "ich-radiomics";

    /** The property by which the start scripts of a release say that they go by that name. */
    private static final String BY_SCRIPT = "ich-radiomics.script";

    private Start() {}

    /** A screen of text. */
    static String screen() {
        return """
                %1$s measures brain haemorrhages on head CT: volume, 396 radiomics features, the R-score.
                For research only.

                Three commands to begin with, which need no files of your own:
                  %2$s sample --out sample
                  %2$s extract sample/head-ct-phantom.tif --mask sample/head-ct-phantom-rois.zip --out sample.csv
                  %2$s study sample --out study

                Commands:
                %3$s
                COMMAND --help tells of one, with an example; --help of all.
                """.formatted(Version.NAME, called(), commands());
    }

    /** A line for each group of the menu. */
    private static String commands() {
        return Tasks.GROUPS.stream()
                .map(group -> group.stream()
                        .map(Task::command)
                        .filter(command -> !command.isEmpty())
                        .collect(Collectors.joining(", ")))
                .filter(line -> !line.isEmpty())
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
    }

    /** How to start this program from here. */
    private static String called() {
        if (Boolean.getBoolean(BY_SCRIPT)) return NAME;
        try {
            Path jar = Path.of(Start.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(jar)) return NAME;
            Path here = Path.of("").toAbsolutePath();
            String path = (jar.startsWith(here) ? here.relativize(jar) : jar).toString();
            return "java -jar " + (path.contains(" ") ? '"' + path + '"' : path);
        } catch (URISyntaxException e) {
            return NAME;
        }
    }
}
