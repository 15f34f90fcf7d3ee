package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.growth.Finding;
import org.ichradiomics.growth.Growth;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.Version;

/**
 * Two scans of one haematoma, as text, JSON and a row of a table.
 *
 * @param baseline the earlier measurement
 * @param followUp the later measurement
 * @param expansion what the definitions are read from
 * @param decisive the definition that says whether it is an expansion; all others are shown beside it
 */
public record ExpansionReport(
        VolumeMeasurement baseline, VolumeMeasurement followUp, Expansion expansion, ExpansionRule decisive) {

    /** Below, 33 % are about one layer of voxels. */
    private static final double TINY = 0.5;

    /** What the decisive definition says. */
    public Finding finding() {
        return decisive.of(expansion);
    }

    /** What the user should know, one sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(reasons());
        baseline.notes().forEach(note -> notes.add("Baseline: " + note));
        followUp.notes().forEach(note -> notes.add("Follow-up: " + note));
        if (!baseline.volume().isAtLeast(TINY)) notes.add(tiny());
        if (expansion.operated()) notes.add("Surgery came between the scans: no definition can be judged.");
        if (expansion.ivh().isPresent() && isNone(expansion.ivh().get())) {
            notes.add("Neither mask holds IVH: it is taken as 0 mL at both times.");
        }
        return notes.stream().distinct().toList();
    }

    /** Why either lesion is stopped, one sentence each; the first of the notes. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        baseline.glance().reasons().forEach(reason -> reasons.add("Baseline: " + reason));
        followUp.glance().reasons().forEach(reason -> reasons.add("Follow-up: " + reason));
        return reasons;
    }

    /** The notes as one text. */
    public String note() {
        return String.join(" ", notes());
    }

    private String tiny() {
        double third = 0.33 * baseline.volume().millilitres();
        double layer = baseline.outerLayer().millilitres();
        return String.format(
                Locale.ROOT,
                "The baseline of %.3f mL is below %.1f mL: 33 %% of it are %.3f mL, %s the %.3f mL of the voxels at "
                        + "its border.",
                baseline.volume().millilitres(),
                TINY,
                third,
                third < layer ? "less than" : "beside",
                layer);
    }

    private static boolean isNone(Growth ivh) {
        return ivh.before().voxels() == 0 && ivh.after().voxels() == 0;
    }

    /** As on the screen of the command line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String reason : reasons()) line(text, "Note: " + reason);
        List<String[]> rows = new ArrayList<>();
        row(rows, "", "baseline", "follow-up", "growth");
        row(rows, "scan", baseline.label(), followUp.label(), "");
        row(rows, "volume (mL)", number(baseline.volume()), number(followUp.volume()), change(expansion.haematoma()));
        row(
                rows,
                "ABC/2 (mL)",
                number(baseline.abc().millilitres()),
                number(followUp.abc().millilitres()),
                signed(followUp.abc().millilitres() - baseline.abc().millilitres()));
        expansion
                .ivh()
                .ifPresent(ivh ->
                        row(rows, "IVH (mL)", number(ivh.before()), number(ivh.after()), signed(ivh.millilitres())));
        row(
                rows,
                "voxels",
                Long.toString(baseline.volume().voxels()),
                Long.toString(followUp.volume().voxels()),
                "");
        row(rows, "slices", Integer.toString(baseline.slices()), Integer.toString(followUp.slices()), "");
        row(rows, "group", baseline.group().text(), followUp.group().text(), "");
        expansion.millilitresPerHour().ifPresent(rate -> row(rows, "growth (mL/h)", "", "", signed(rate)));
        row(rows, "smallest change (mL)", "", "", number(expansion.smallestChange()));
        append(text, rows);
        line(text, "");
        rows.clear();
        row(rows, "definition", "rule", "expansion");
        for (ExpansionRule rule : ExpansionRule.values())
            row(rows, rule.text(), rule.rule(), rule.of(expansion).text());
        append(text, rows);
        line(text, "");
        line(text, "expansion (" + decisive.text() + "): " + finding().text());
        for (String note : notes().subList(reasons().size(), notes().size())) line(text, "Note: " + note);
        return text.toString();
    }

    private static void row(List<String[]> rows, String... cells) {
        rows.add(cells);
    }

    /** Columns as wide as their longest cell. */
    private static void append(StringBuilder text, List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) widths[i] = Math.max(widths[i], row[i].length());
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++)
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            line(text, line.toString().stripTrailing());
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }

    private static String change(Growth growth) {
        return signed(growth.millilitres()) + String.format(Locale.ROOT, " (%+.1f %%)", growth.percent());
    }

    private static String signed(double number) {
        return NumberText.change(number, 6);
    }

    private static String number(VoxelVolume volume) {
        return number(volume.millilitres());
    }

    private static String number(double number) {
        return NumberText.fixed(number, 6);
    }

    /**
     * As JSON: {@code expansion} is true, false or null; {@code definitions} holds those that can be judged,
     * {@code not_known} names the others. Doubles have all digits.
     */
    public String json() {
        return new GsonBuilder()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .setPrettyPrinting()
                        .create()
                        .toJson(tree()) + "\n";
    }

    JsonObject tree() {
        Map<String, Object> json = values(spacing -> List.of(spacing.x(), spacing.y(), spacing.z()));
        Map<String, Boolean> definitions = new LinkedHashMap<>();
        List<String> notKnown = new ArrayList<>();
        for (ExpansionRule rule : ExpansionRule.values()) {
            rule.of(expansion)
                    .asBoolean()
                    .ifPresentOrElse(met -> definitions.put(rule.text(), met), () -> notKnown.add(rule.text()));
        }
        json.put("expansion", finding().asBoolean().orElse(null));
        json.put("definition", decisive.text());
        json.put("definitions", definitions);
        json.put("not_known", notKnown);
        json.put("notes", notes());
        json.put("software", Version.NAME);
        return new GsonBuilder().serializeNulls().create().toJsonTree(json).getAsJsonObject();
    }

    /** One row, every double with all its digits; definitions are yes, no or empty. */
    public FeatureTable table() {
        Map<String, Object> row = values(spacing -> spacing.x() + " " + spacing.y() + " " + spacing.z());
        row.put("expansion", cell(decisive));
        row.put("definition", decisive.text());
        for (ExpansionRule rule : ExpansionRule.values()) row.put("expansion: " + rule.text(), cell(rule));
        row.put("notes", note());
        return FeatureTable.of(List.copyOf(row.keySet()), List.of(new ArrayList<>(row.values())));
    }

    private String cell(ExpansionRule rule) {
        return rule.of(expansion) == Finding.NOT_KNOWN ? "" : rule.of(expansion).text();
    }

    /** What is measured; null where it is not. */
    private Map<String, Object> values(Function<Spacing, Object> spacing) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("baseline", baseline.label());
        values.put("followup", followUp.label());
        values.put("baseline_mL", baseline.volume().millilitres());
        values.put("followup_mL", followUp.volume().millilitres());
        values.put("growth_mL", expansion.haematoma().millilitres());
        values.put("growth_percent", expansion.haematoma().percent());
        values.put("hours", expansion.hours().isPresent() ? expansion.hours().getAsDouble() : null);
        values.put(
                "growth_mL_per_h",
                expansion.millilitresPerHour().isPresent()
                        ? expansion.millilitresPerHour().getAsDouble()
                        : null);
        values.put("baseline_voxels", baseline.volume().voxels());
        values.put("followup_voxels", followUp.volume().voxels());
        values.put("baseline_spacing_mm", spacing.apply(baseline.volume().spacing()));
        values.put("followup_spacing_mm", spacing.apply(followUp.volume().spacing()));
        values.put("baseline_group", baseline.group().text());
        values.put("followup_group", followUp.group().text());
        values.put("baseline_abc_half_mL", baseline.abc().millilitres());
        values.put("followup_abc_half_mL", followUp.abc().millilitres());
        values.put(
                "baseline_ivh_mL",
                expansion.ivh().map(ivh -> ivh.before().millilitres()).orElse(null));
        values.put(
                "followup_ivh_mL",
                expansion.ivh().map(ivh -> ivh.after().millilitres()).orElse(null));
        values.put("smallest_change_mL", expansion.smallestChange());
        values.put("baseline_border_mL", baseline.outerLayer().millilitres());
        values.put("surgery_between", expansion.operated());
        return values;
    }
}
