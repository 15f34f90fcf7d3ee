package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.growth.Finding;
import org.ichradiomics.growth.Growth;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.JsonText;
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

    /** The heading of the second scan. */
    public static final String FOLLOW_UP = "Follow-up";
    /** The heading of whether a definition is met. */
    public static final String EXPANSION = "Expansion";
    /** The heading of the definitions' names. */
    public static final String DEFINITION = "Definition";

    private static final List<Column<Growth>> GROWTH =
            List.of(new Column<>("Growth (mL)", Growth::millilitres), new Column<>("Growth (%)", Growth::percent));

    /** All but the label of the baseline, under which ImageJ has a row. */
    public static final List<Column<ExpansionReport>> COLUMNS = List.of(
            new Column<>(FOLLOW_UP, r -> r.followUp.label()),
            new Column<>("Baseline (mL)", r -> r.baseline.volume().millilitres()),
            new Column<>("Follow-up (mL)", r -> r.followUp.volume().millilitres()),
            GROWTH.get(0).from(r -> r.expansion.haematoma()),
            GROWTH.get(1).from(r -> r.expansion.haematoma()),
            new Column<>("Growth (mL/h)", r -> r.expansion.millilitresPerHour()),
            new Column<>("Smallest change (mL)", r -> r.expansion.smallestChange()),
            new Column<>(EXPANSION, r -> r.finding().text()),
            new Column<>(DEFINITION, r -> r.decisive.text()),
            new Column<>(FeatureTable.NOTES, ExpansionReport::note));

    /** Those of numbers. */
    public static final List<String> NUMBERS = Column.names(COLUMNS).subList(1, 7);

    /** What one of the definitions says. */
    public record Judged(ExpansionReport report, ExpansionRule rule) {

        /** A row for each definition. */
        public static final List<Column<Judged>> COLUMNS = List.of(
                new Column<>("Baseline", j -> j.report.baseline.label()),
                new Column<>(FOLLOW_UP, j -> j.report.followUp.label()),
                GROWTH.get(0).from(j -> j.report.expansion.haematoma()),
                GROWTH.get(1).from(j -> j.report.expansion.haematoma()),
                new Column<>(DEFINITION, j -> j.rule.text()),
                new Column<>("Rule", j -> j.rule.rule()),
                new Column<>(EXPANSION, j -> j.rule.of(j.report.expansion).text()),
                new Column<>("Source", j -> j.rule.source()));
    }

    /** What a batch says of a second scan, under the same keys. */
    public static final List<Column<Expansion>> GROWN = List.of(
            new Column<>("followup_mL", e -> e.haematoma().after().millilitres()),
            new Column<>("growth_mL", e -> e.haematoma().millilitres()),
            new Column<>("growth_percent", e -> e.haematoma().percent()));

    /** The same, and whether it is an expansion as most define it. */
    public static final List<Column<Expansion>> FOLLOWED = Stream.concat(
                    GROWN.stream(),
                    Stream.of(new Column<Expansion>(
                            "expansion", e -> ExpansionRule.STANDARD.of(e).text())))
            .toList();

    /** What each definition says: yes, no or nothing. */
    public static final List<Column<ExpansionReport>> DEFINITIONS = Stream.of(ExpansionRule.values())
            .map(rule -> new Column<ExpansionReport>("expansion: " + rule.text(), r -> r.cell(rule)))
            .toList();

    /** What is measured, as keys of the JSON form and columns of the CSV. */
    private static final List<Column<ExpansionReport>> MEASURED = Stream.of(
                    both("", VolumeMeasurement::label),
                    both("_mL", m -> m.volume().millilitres()),
                    GROWN.stream().skip(1).map(column -> column.<ExpansionReport>from(r -> r.expansion)),
                    Stream.<Column<ExpansionReport>>of(
                            new Column<>("hours", r -> r.expansion.hours()),
                            new Column<>("growth_mL_per_h", r -> r.expansion.millilitresPerHour())),
                    both("_voxels", m -> m.volume().voxels()),
                    both("_spacing_mm", m -> mm(m.volume().spacing())),
                    both("_group", m -> m.group().text()),
                    both("_abc_half_mL", m -> m.abc().millilitres()),
                    Stream.<Column<ExpansionReport>>of(
                            new Column<>("baseline_ivh_mL", r -> r.ivh(Growth::before)),
                            new Column<>("followup_ivh_mL", r -> r.ivh(Growth::after)),
                            new Column<>("smallest_change_mL", r -> r.expansion.smallestChange()),
                            new Column<>(
                                    "baseline_border_mL",
                                    r -> r.baseline.outerLayer().millilitres()),
                            new Column<>("surgery_between", r -> r.expansion.operated())))
            .flatMap(columns -> columns)
            .toList();

    /** One row: definitions are yes, no or empty. */
    private static final List<Column<ExpansionReport>> ROW = Stream.of(
                    MEASURED.stream()
                            .map(column -> new Column<ExpansionReport>(column.name(), r -> cell(column.of(r)))),
                    Stream.<Column<ExpansionReport>>of(
                            new Column<>("expansion", r -> r.cell(r.decisive)),
                            new Column<>("definition", r -> r.decisive.text())),
                    DEFINITIONS.stream(),
                    Stream.of(new Column<>("notes", ExpansionReport::note)))
            .flatMap(columns -> columns)
            .toList();

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
        append(text, volumes());
        line(text, "");
        List<List<String>> rows = new ArrayList<>(List.of(List.of("definition", "rule", "expansion")));
        for (ExpansionRule rule : ExpansionRule.values())
            rows.add(List.of(rule.text(), rule.rule(), rule.of(expansion).text()));
        append(text, rows);
        line(text, "");
        line(text, "expansion (" + decisive.text() + "): " + finding().text());
        for (String note : notes().subList(reasons().size(), notes().size())) line(text, "Note: " + note);
        return text.toString();
    }

    private List<List<String>> volumes() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "baseline", "follow-up", "growth"));
        rows.add(both("scan", VolumeMeasurement::label, ""));
        rows.add(both("volume (mL)", m -> number(m.volume().millilitres()), change(expansion.haematoma())));
        rows.add(both(
                "ABC/2 (mL)",
                m -> number(m.abc().millilitres()),
                signed(followUp.abc().millilitres() - baseline.abc().millilitres())));
        expansion
                .ivh()
                .ifPresent(ivh -> rows.add(List.of(
                        "IVH (mL)",
                        number(ivh.before().millilitres()),
                        number(ivh.after().millilitres()),
                        signed(ivh.millilitres()))));
        rows.add(both("voxels", m -> Long.toString(m.volume().voxels()), ""));
        rows.add(both("slices", m -> Integer.toString(m.slices()), ""));
        rows.add(both("group", m -> m.group().text(), ""));
        expansion.millilitresPerHour().ifPresent(rate -> rows.add(List.of("growth (mL/h)", "", "", signed(rate))));
        rows.add(List.of("smallest change (mL)", "", "", number(expansion.smallestChange())));
        return rows;
    }

    private List<String> both(String what, Function<VolumeMeasurement, String> cell, String growth) {
        return List.of(what, cell.apply(baseline), cell.apply(followUp), growth);
    }

    /** Columns as wide as their longest cell. */
    private static void append(StringBuilder text, List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows)
            Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length()));
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++)
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
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

    private static String number(double number) {
        return NumberText.fixed(number, 6);
    }

    /**
     * As JSON: {@code expansion} is true, false or null; {@code definitions} holds those that can be judged,
     * {@code not_known} names the others. Doubles have all digits.
     */
    public String json() {
        Map<String, Object> json = Column.byName(MEASURED, this);
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
        return JsonText.file(json);
    }

    /** One row, every double with all its digits. */
    public FeatureTable table() {
        return Column.table(ROW, List.of(this));
    }

    private static Stream<Column<ExpansionReport>> both(String key, Function<VolumeMeasurement, ?> cell) {
        return Stream.of(
                new Column<VolumeMeasurement>("baseline" + key, cell).from(r -> r.baseline),
                new Column<VolumeMeasurement>("followup" + key, cell).from(r -> r.followUp));
    }

    private String cell(ExpansionRule rule) {
        return rule.of(expansion) == Finding.NOT_KNOWN ? "" : rule.of(expansion).text();
    }

    private Optional<Double> ivh(Function<Growth, VoxelVolume> time) {
        return expansion.ivh().map(ivh -> time.apply(ivh).millilitres());
    }

    private static List<Double> mm(Spacing spacing) {
        return List.of(spacing.x(), spacing.y(), spacing.z());
    }

    private static Object cell(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining(" "))
                : value;
    }
}
