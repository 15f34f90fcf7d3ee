package org.ichradiomics.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** A volume with its mask, settings and all 396 expected values, from a folder of the test resources. */
public record AkCase(String name, Region region, ExtractionSettings settings, Map<String, Double> expected) {

    private static final List<String> MESH = List.of(
            "SurfaceArea",
            "Sphericity",
            "SphericalDisproportion",
            "SurfaceVolumeRatio",
            "Compactness1",
            "Compactness2");

    /** All cases in the test resources. */
    public static Stream<Path> folders() throws IOException {
        return Stream.of("ak", "itk")
                .map(set -> Path.of("src/test/resources", set))
                .flatMap(AkCase::folders);
    }

    private static Stream<Path> folders(Path set) {
        try (Stream<Path> files = Files.list(set)) {
            return files.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static AkCase read(Path folder) throws IOException, InvalidInputException {
        JsonObject params = JsonParser.parseString(Files.readString(folder.resolve("params.json")))
                .getAsJsonObject();
        Scan scan = Nifti.readScan(folder.resolve("image.nii.gz"));
        Labels mask = Nifti.readLabels(folder.resolve("mask.nii.gz")).onto(scan);
        Region region = Region.of(
                scan.hu(),
                mask.select(params.get("mask_label").getAsString()),
                scan.geometry().spacing().orElseThrow());
        Discretisation grey = new Discretisation(
                params.get("bins").getAsInt(),
                number(params, "low"),
                number(params, "high"),
                number(params, "run_distance"));
        Map<String, Double> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("expected.csv"))) {
            String[] cells = line.split(",");
            if (!cells[0].equals("name")) expected.put(cells[0], parsed(cells[1]));
        }
        return new AkCase(
                folder.getFileName().toString(), region, new ExtractionSettings(Catalogue.AK, grey), expected);
    }

    public FeatureVector measured() throws InvalidInputException {
        return Extractor.with(settings).measure(region);
    }

    /**
     * How far a value may be from the expected one: 1e-8 relative + 1e-9 absolute; a variance over directions relative
     * to the square of the mean it belongs to; what is made of the mesh 1e-5 relative, as the expected meshes have
     * float32 vertices.
     */
    public double tolerance(String feature) {
        double value = Math.abs(expected.get(feature));
        if (MESH.contains(feature)) return 1e-5 * value;
        if (feature.endsWith("_SD")) {
            double mean = expected.get(feature.substring(0, feature.length() - "_SD".length()));
            return 1e-8 * value + 1e-10 * mean * mean;
        }
        return 1e-8 * value + 1e-9;
    }

    private static double number(JsonObject params, String key) {
        JsonElement value = params.get(key);
        return value == null || value.getAsString().equals("auto") ? Double.NaN : value.getAsDouble();
    }

    private static double parsed(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "nan", "-nan" -> Double.NaN;
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
