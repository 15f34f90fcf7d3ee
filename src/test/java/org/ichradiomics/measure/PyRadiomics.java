package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;

/** One small volume and what PyRadiomics 3.1 says of it under its settings: an oracle. */
public final class PyRadiomics {

    public static final List<String> VOLUMES = List.of("tiny0", "tiny1");

    private final String volume;
    private final Scan scan;
    private final Labels mask;
    private final Map<String, Double> values = new HashMap<>();
    private final Set<String> names = new TreeSet<>();

    private PyRadiomics(String volume) throws Exception {
        this.volume = volume;
        scan = Nifti.readScan(file(volume + "_image.nii.gz"));
        mask = Nifti.readLabels(file(volume + "_mask.nii.gz")).onto(scan);
        for (String line : Files.readAllLines(file("expected.csv"))) {
            String[] c = line.split(",");
            if (!c[0].equals(volume)) continue;
            String name = c[2] + "_" + c[3];
            names.add(name);
            values.put(c[1] + " " + name + " " + c[4], Double.parseDouble(c[5]));
        }
    }

    public static Path file(String name) {
        return Shared.of("pyradiomics/" + name);
    }

    public static PyRadiomics of(String volume) throws Exception {
        return new PyRadiomics(volume);
    }

    public Region region() throws Exception {
        return Region.of(scan.hu(), mask.select("1"), spacing());
    }

    public Scan scan() {
        return scan;
    }

    public Labels mask() {
        return mask;
    }

    public Spacing spacing() {
        return scan.geometry().spacing().orElseThrow();
    }

    /** All that it computes, e.g. {@code glcm_JointEnergy}. */
    public Set<String> names() {
        return names;
    }

    /** The value it reports. Shape is in the file once, whatever the settings of the grey levels. */
    public double value(String settings, String name) {
        return switch (name) {
            // What it computes on demand only, by the formulas of its documentation.
            case "firstorder_StandardDeviation" -> Math.sqrt(value(settings, "firstorder_Variance"));
            case "shape_Compactness1" -> v() / Math.sqrt(Math.PI * Math.pow(a(), 3));
            case "shape_Compactness2" -> 36 * Math.PI * v() * v() / Math.pow(a(), 3);
            case "shape_SphericalDisproportion" ->
                a() / (4 * Math.PI * Math.pow(Math.cbrt(3 * v() / (4 * Math.PI)), 2));
            default -> value(name.startsWith("shape_") ? "default" : settings, name, "all");
        };
    }

    /** Its formula on the matrix of a single direction. */
    public double value(String settings, String name, int dx, int dy, int dz) {
        String there = dx + ";" + dy + ";" + dz;
        return values.containsKey(settings + " " + name + " " + there)
                ? value(settings, name, there)
                : value(settings, name, -dx + ";" + -dy + ";" + -dz);
    }

    private double value(String settings, String name, String direction) {
        Double value = values.get(settings + " " + name + " " + direction);
        if (value == null) throw new AssertionError(volume + " has no " + settings + " " + name + " " + direction);
        return value;
    }

    private double v() {
        return value("default", "shape_MeshVolume");
    }

    private double a() {
        return value("default", "shape_SurfaceArea");
    }
}
