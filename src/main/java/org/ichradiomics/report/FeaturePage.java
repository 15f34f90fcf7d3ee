package org.ichradiomics.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.ichradiomics.extract.Catalogue;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureFamily;

/** The feature reference page, made of the catalogue by the build. */
public final class FeaturePage {

    private FeaturePage() {
    }

    /** @param args the file to write */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), markdown(), StandardCharsets.UTF_8);
    }

    /** The page, with a table for each family. */
    public static String markdown() {
        List<Feature> features = Catalogue.AK.features();
        StringBuilder page = new StringBuilder();
        page.append("# The ").append(features.size()).append(" features\n\n");
        page.append("Made by the build from the catalogue in the code; do not edit.\n\n");
        page.append("| family | features |\n|---|---|\n");
        for (FeatureFamily family : Catalogue.AK.families()) {
            page.append("| ").append(family.name()).append(" | ").append(family.features().size()).append(" |\n");
        }
        page.append("\nThe R-score paper counts the same ").append(features.size()).append(" as ");
        page.append(features.stream().collect(Collectors.groupingBy(Feature::group, java.util.LinkedHashMap::new, Collectors.counting()))
                .keySet().stream().collect(Collectors.joining(", ")));
        page.append(": run length and Haralick together are 180 + 10 = 172 + 18, and no name tells which eight the paper moved from the "
                + "one to the other; form factor and size zone together are its 20 shape features.\n");
        for (FeatureFamily family : Catalogue.AK.families()) append(page, family);
        return page.toString();
    }

    private static void append(StringBuilder page, FeatureFamily family) {
        page.append("\n## ").append(family.name()).append("\n\n| feature | formula | unit | source |\n|---|---|---|---|\n");
        for (Feature f : family.features()) {
            page.append("| `").append(f.name()).append("` | ").append(cell(f.formula())).append(" | ").append(cell(f.unit())).append(" | ")
                    .append(cell(f.source())).append(" |\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
