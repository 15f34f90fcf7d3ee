package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.measure.Plausibility;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code inspect}: what a file or folder holds, as it would be read. */
final class InspectCommand {

    /** A file with more is no mask. */
    private static final int MOST_LABELS = 128;

    /** A file with more may be a scan of few values as well. */
    private static final int SURE_LABELS = 16;

    private InspectCommand() {}

    static int run(Given given) throws InvalidInputException {
        Map<String, Object> found = inspect(given.place(0));
        PrintWriter out = given.out();
        if (given.has("--json")) {
            out.print(JsonText.file(found));
        } else {
            found.forEach((key, value) -> tell(out, key, value));
        }
        return Main.DONE;
    }

    private static Map<String, Object> inspect(Path path) throws InvalidInputException {
        ImageFile file = ImageFile.read(path);
        List<String> series = file.series();
        Scan scan = file.scan();
        Geometry geometry = scan.geometry();
        double[] range = range(scan);
        List<String> labels = range[0] == 0 ? labels(scan) : List.of();
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("name", scan.name());
        found.put("dims", IntStream.of(geometry.storedSize()).boxed().toList());
        found.put(
                "spacing_mm",
                DoubleStream.of(geometry.storedLengths())
                        .mapToObj(mm -> Double.isNaN(mm) ? null : mm)
                        .collect(Collectors.toList()));
        found.put("axes", geometry.storedAxes().orElse(null));
        found.put("hu_min", finite(range[0]));
        found.put("hu_max", finite(range[1]));
        found.put("series", series.size());
        if (series.size() > 1) found.put("series_found", series);
        if (!labels.isEmpty()) found.put("labels", labels);
        List<String> warnings = new ArrayList<>(scan.warnings());
        if (labels.isEmpty() || labels.size() > SURE_LABELS) {
            warnings.addAll(0, Glance.ofImage(scan).reasons());
            Plausibility.ofImage(scan).ifPresent(warnings::add);
        }
        found.put("warnings", warnings);
        return found;
    }

    /** Smallest and largest value, NaN left out. */
    private static double[] range(Scan scan) {
        double[] range = {Double.NaN, Double.NaN};
        Cursor<DoubleType> cursor = Views.flatIterable(scan.hu()).cursor();
        while (cursor.hasNext()) {
            double hu = cursor.next().get();
            if (!(hu >= range[0])) range[0] = Double.isNaN(hu) ? range[0] : hu;
            if (!(hu <= range[1])) range[1] = Double.isNaN(hu) ? range[1] : hu;
        }
        return range;
    }

    /** The labels with their volumes, if the file can be a mask. */
    private static List<String> labels(Scan scan) {
        try {
            List<Label> labels = Labels.of(scan).list();
            return labels.size() > MOST_LABELS
                    ? List.of()
                    : labels.stream().map(Label::toString).toList();
        } catch (InvalidInputException e) {
            return List.of(); // a scan
        }
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static void tell(PrintWriter out, String key, Object value) {
        if (value instanceof List<?> list && key.equals("warnings"))
            list.forEach(warning -> out.println("Note: " + warning));
        else if (value instanceof List<?> list && (key.equals("dims") || key.equals("spacing_mm"))) {
            out.println(key + ": "
                    + list.stream()
                            .map(number -> number == null ? "not known" : number.toString())
                            .collect(Collectors.joining(" × ")));
        } else if (value instanceof List<?> list) list.forEach(line -> out.println(key + ": " + line));
        else out.println(key + ": " + (value == null ? "not known" : value));
    }
}
