package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.imagej.Option;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A folder with the files that the pages of the documentation speak of. */
final class Clinic {

    private static final Path RESOURCES = Path.of("src/test/resources/org/ichradiomics");

    /** Name on the pages → where its bytes are. */
    private static final Map<String, Path> FILES = Map.ofEntries(
            Map.entry("ct.nii.gz", RESOURCES.resolve("outline/deep_hu.nii.gz")),
            Map.entry("mask.nii.gz", RESOURCES.resolve("outline/deep_truth.nii.gz")),
            Map.entry("day0.nii.gz", RESOURCES.resolve("outline/deep_hu.nii.gz")),
            Map.entry("day1.nii.gz", RESOURCES.resolve("outline/deep_hu.nii.gz")),
            Map.entry("day1-mask.nii.gz", RESOURCES.resolve("outline/deep_truth.nii.gz")),
            Map.entry("bh_32_hu.nii.gz", RESOURCES.resolve("sign/bh_32_hu.nii.gz")),
            Map.entry("bh_32_mask.nii.gz", RESOURCES.resolve("sign/bh_32_mask.nii.gz")),
            Map.entry("p01/image.nii.gz", RESOURCES.resolve("outline/small_hu.nii.gz")),
            Map.entry("p01/mask.nii.gz", RESOURCES.resolve("outline/small_truth.nii.gz")),
            Map.entry("p02/image.nii.gz", RESOURCES.resolve("outline/deep_hu.nii.gz")),
            Map.entry("p02/mask.nii.gz", RESOURCES.resolve("outline/deep_truth.nii.gz")),
            Map.entry("data/day1-mask.nii.gz", RESOURCES.resolve("outline/deep_truth.nii.gz")),
            Map.entry("data/case1.tif", Path.of("sample-images/head-ct-phantom.tif")),
            Map.entry("data/case1.zip", Path.of("sample-images/head-ct-phantom-rois.zip")),
            Map.entry("clinical.csv", Path.of("docs/data/clinical.csv")),
            Map.entry("features.csv", Path.of("docs/data/features.csv")),
            Map.entry("study.yml", Path.of("docs/data/study.yml")));

    private static final Map<String, String> TEXTS = Map.of(
            "data/cohort.csv",
            "case,image,mask\np01,../p01/image.nii.gz,../p01/mask.nii.gz\n",
            "patients.csv",
            "case,gcs,volume_ml,ivh,infratentorial,age,hours_to_ct\nbh_32,12,30,yes,no,80,2\n",
            "answers.csv",
            "case,blend,hypodensity\nbh_32,0,1\n");

    /** What stands for a file on the pages. */
    private static final Map<String, String> STANDS_FOR =
            Map.of("IMAGE", "ct.nii.gz", "MASK", "mask.nii.gz", "MAP.nii.gz", "map.nii.gz");

    /** The sample with its ROIs, open in ImageJ. */
    private static final String SAMPLE = "setBatchMode(true); run('Open Sample');\n";

    private Clinic() {}

    static void fill(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("target"));
        for (Map.Entry<String, Path> file : FILES.entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            if (!Files.exists(to)) Files.copy(file.getValue(), to);
        }
        for (Map.Entry<String, String> file : TEXTS.entrySet())
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        // A smaller haematoma in the same head: what of it lies within 16 mm.
        for (String mask : List.of("day0-mask.nii.gz", "data/day0-mask.nii.gz"))
            Console.run(
                    "outline",
                    folder.resolve("ct.nii.gz"),
                    "--seed=68,62,12",
                    "--radius=16",
                    "--out",
                    folder.resolve(mask));
        Files.writeString(folder.resolve("signature.json"), shown("signature.md"));
        Files.writeString(folder.resolve("data/my settings.json"), shown("ibsi-settings.md"));
        try (Stream<Path> samples = Files.list(Path.of("sample-images"))) {
            Path to = Files.createDirectories(folder.resolve("sample-images"));
            for (Path sample : samples.toList()) Files.copy(sample, to.resolve(sample.getFileName()));
        }
    }

    /** The first file that a page shows. */
    private static String shown(String page) throws IOException {
        return Shown.blocks(Path.of("docs", page)).stream()
                .map(Shown.Block::text)
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow();
    }

    /** A file whose text a page shows, or how it begins. */
    static void keep(Path file, String text) throws IOException {
        if (Files.exists(file)) assertTrue(Files.readString(file).startsWith(text), file + " begins otherwise");
        else Files.writeString(file, text);
    }

    /** The value of an option as it is here; what the page makes is not there before. */
    static String path(Path folder, Option option, String value) throws IOException {
        String name = STANDS_FOR.getOrDefault(value, value);
        Path file = folder.resolve(name);
        if (option.kind() == Option.Kind.SAVE && (FILES.containsKey(name) || TEXTS.containsKey(name)))
            Files.deleteIfExists(file);
        boolean isFile = option.kind() == Option.Kind.NAME_OR_FILE
                ? Files.exists(file)
                : option.kind().isPath() && !name.startsWith("docs/");
        return isFile ? file.toString() : name;
    }

    /** A macro in which the same files are meant, on the image of its page. */
    static String macro(Path folder, Path page, String text) {
        String here = MacroRun.text(folder) + "/";
        String macro = text.replace("/data/", here + "data/")
                .replace("target/", here + "target/")
                .replaceAll("\\[(study\\.yml|result|signature\\.json)]", "[" + here + "$1]");
        return switch (page.getFileName().toString()) {
            case "outline.md" -> opened(here, "ct", "ct.nii.gz") + macro;
            case "volume.md" -> opened(here, "day0", "day0.tif") + opened(here, "day1", "day1.tif") + macro;
            default -> SAMPLE + macro;
        };
    }

    private static String opened(String here, String name, String title) {
        return "run('Open CT...', 'path=[" + here + name + ".nii.gz]'); rename('" + title + "');\n";
    }
}
