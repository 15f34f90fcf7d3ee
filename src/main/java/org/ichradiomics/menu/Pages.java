package org.ichradiomics.menu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.ichradiomics.text.Resource;

/** The documentation as it lies in the jar, for a browser without a network. */
final class Pages {

    private static final String SITE = "/site/";
    private static final String INDEX = "docs/index.html";

    private static Path unpacked;

    private Pages() {}

    /** Its index; the files are there until ImageJ ends. */
    static synchronized Path index() throws IOException {
        if (unpacked == null) unpacked = unpack(Files.createTempDirectory("ich-radiomics-"));
        return unpacked.resolve(INDEX);
    }

    private static Path unpack(Path folder) throws IOException {
        folder.toFile().deleteOnExit();
        List<String> files =
                new Resource(Pages.class, SITE + "files.txt").text().lines().toList();
        for (String name : files) {
            Path file = folder.resolve(name);
            makeUntilTheEnd(file.getParent());
            try (InputStream in = new Resource(Pages.class, SITE + name).open()) {
                Files.copy(in, file);
            }
            file.toFile().deleteOnExit();
        }
        return folder;
    }

    /** Java deletes in the reverse order. */
    private static void makeUntilTheEnd(Path folder) throws IOException {
        if (Files.exists(folder)) return;
        makeUntilTheEnd(folder.getParent());
        Files.createDirectory(folder).toFile().deleteOnExit();
    }
}
