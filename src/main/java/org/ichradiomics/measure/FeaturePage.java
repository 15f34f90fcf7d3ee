package org.ichradiomics.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ichradiomics.feature.Source;

/** The feature reference page, made of the catalogues by the build. */
public final class FeaturePage {

    /** Column → heading, in the order of the page. */
    private static final Map<String, String> AK_COLUMNS = columns(
            "name=feature", "formula=formula", "unit=unit", "ibsi=IBSI", "pyradiomics=PyRadiomics", "source=source");

    private static final Map<String, String> IBSI_COLUMNS = columns(
            "tag=tag",
            "id=id",
            "name=name",
            "formula=formula",
            "unit=unit",
            "aggregations=aggregations",
            "pyradiomics=PyRadiomics");

    private static final Map<String, String> PYRADIOMICS_COLUMNS =
            columns("name=feature", "formula=formula", "unit=unit", "ibsi=IBSI");

    private static final String LEGEND = """
            ## Same name, same quantity?

            | in the tables | means |
            |---|---|
            | YEKZ | the same quantity: the same formula on the same grey levels and the same mask; the tests prove it \
            value by value |
            | YEKZ (÷ 1000) | the same quantity, put differently as said in brackets: another scale (B is the number \
            of bins), aggregation or mesh |
            | ≠ ECT3: divides by N − 1, not N | a look-alike that is another quantity, for the reason given |
            | — | nothing of the kind |

            Values agree only where the grey levels do: AK takes 256 bins from 0 HU to the lesion's largest value \
            (from its smallest if that is
            below 0), IBSI and PyRadiomics what their settings say. `2.5D_dmrg` is IBSI's name for one matrix a \
            direction for all slices and the
            mean over directions, `2.5D_vmrg` for one matrix of all; *force2D* is PyRadiomics' setting for neighbours \
            in the slice plane. Where this
            page says *4 directions merged*, PyRadiomics takes the mean over them instead, unless its setting \
            *weightingNorm* is *no_weighting*.
            Its setting *distances* takes every direction of a length, not four, and so does not give AK's offsets 4 \
            and 7. A direction in which a
            lesion has no pair makes AK's mean NaN; IBSI leaves it out.

            PyRadiomics' names are those of its result columns without `original_`. Compactness1, Compactness2, \
            SphericalDisproportion and
            StandardDeviation it computes only where they are asked for by name.
            """;

    private FeaturePage() {}

    /**
     * @param args the file to write
     * @throws IOException if the page cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), markdown(), StandardCharsets.UTF_8);
    }

    /** The page: the catalogues one after the other, with a table for each family. */
    public static String markdown() {
        List<Map<String, String>> ak = FeatureList.AK.rows();
        List<Map<String, String>> ibsi = FeatureList.IBSI.rows();
        StringBuilder page = new StringBuilder();
        page.append("# The features\n\nMade by the build from the catalogues in the code; do not edit.\n\n");
        page.append("- [AK](#ak): the ")
                .append(ak.size())
                .append(" for which the R-score was published, and their names in IBSI 1 and PyRadiomics 3.1\n");
        page.append("- [IBSI 1](#ibsi-1): its ").append(ibsi.size()).append(", and their names in PyRadiomics 3.1\n");
        page.append("- [PyRadiomics](#pyradiomics): its features, as [it computes them](pyradiomics.md)\n\n");
        page.append(LEGEND);
        page.append("\n## AK\n\n");
        appendCounts(page, ak);
        page.append("\nThe R-score paper counts the same ").append(ak.size()).append(" as ");
        page.append(ak.stream().map(row -> row.get("group")).distinct().collect(Collectors.joining(", ")));
        page.append(
                ": run length and Haralick together are 180 + 10 = 172 + 18, and no name tells which eight the paper "
                        + "moved from the "
                        + "one to the other; form factor and size zone together are its 20 shape features.\n");
        appendFamilies(page, ak, AK_COLUMNS);
        page.append("\n## IBSI 1\n\n");
        appendCounts(page, ibsi);
        page.append(
                "\nNames, codes and formulas are those of the reference manual (ibsi.readthedocs.io). A feature with "
                        + "several aggregations has a value under "
                        + "each; PyRadiomics' is the one under 3D_avg or 3D, with *force2D* the one under 2.5D_dmrg "
                        + "or 2.5D. Without reference values, and so not "
                        + "to be reported as IBSI-compliant, are ");
        page.append(ibsi.stream()
                        .filter(row -> row.get("source").equals(Source.IBSI_NOT_STANDARDISED))
                        .map(row -> "`" + row.get("tag") + "`")
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        appendFamilies(page, ibsi, IBSI_COLUMNS);
        appendPyRadiomics(page);
        return page.toString();
    }

    private static void appendPyRadiomics(StringBuilder page) {
        List<Map<String, String>> rows = FeatureList.PYRADIOMICS.rows();
        page.append("\n## PyRadiomics\n\n");
        appendCounts(page, rows);
        page.append("\nOf other images than the original a name begins with theirs, such as `log-sigma-1-0-mm-3D` or ")
                .append("`wavelet-LLH`. Compactness1, Compactness2, SphericalDisproportion and StandardDeviation are ")
                .append("measured only where a parameter file names them.\n");
        appendFamilies(page, rows, PYRADIOMICS_COLUMNS);
    }

    private static void appendCounts(StringBuilder page, List<Map<String, String>> rows) {
        page.append("| family | features |\n|---|---|\n");
        families(rows)
                .forEach((family, members) -> page.append("| ")
                        .append(family)
                        .append(" | ")
                        .append(members.size())
                        .append(" |\n"));
    }

    private static void appendFamilies(
            StringBuilder page, List<Map<String, String>> rows, Map<String, String> columns) {
        families(rows).forEach((family, members) -> {
            page.append("\n### ")
                    .append(family)
                    .append("\n\n| ")
                    .append(String.join(" | ", columns.values()))
                    .append(" |\n");
            page.append("|---".repeat(columns.size())).append("|\n");
            for (Map<String, String> row : members) {
                List<String> cells = columns.keySet().stream()
                        .map(column -> cell(row.get(column)))
                        .toList();
                page.append("| `")
                        .append(cells.get(0))
                        .append("` | ")
                        .append(String.join(" | ", cells.subList(1, cells.size())))
                        .append(" |\n");
            }
        });
    }

    private static Map<String, List<Map<String, String>>> families(List<Map<String, String>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("family"), LinkedHashMap::new, Collectors.toList()));
    }

    private static String cell(String text) {
        return text.isEmpty() ? "—" : text.replace("|", "\\|");
    }

    private static Map<String, String> columns(String... columns) {
        return Arrays.stream(columns)
                .map(c -> c.split("="))
                .collect(Collectors.toMap(c -> c[0], c -> c[1], (a, b) -> a, LinkedHashMap::new));
    }
}
