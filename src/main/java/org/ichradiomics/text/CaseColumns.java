package org.ichradiomics.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of columns that say something about a case: who it is, where its files lie, what became of its row. */
public final class CaseColumns {

    /** Where a case's name is looked for, in this order; {@code id} and {@code Label} are what other tools write. */
    private static final List<String> CASE_COLUMNS = List.of(FeatureTable.CASE, "id", FeatureTable.LABEL);

    /**
     * The same in any case of their letters, where none of those is there; a label in small letters may be anything.
     */
    private static final List<String> CASE_BLIND = List.of(FeatureTable.CASE, "id");

    /** Columns that say something about a case and are no features, even where they hold numbers. */
    private static final Set<String> NO_FEATURES = Set.of(
            FeatureTable.CASE,
            "id",
            FeatureTable.LABEL,
            FeatureTable.ROI,
            FeatureTable.VOLUME,
            FeatureTable.VOXELS,
            FeatureTable.SLICES,
            FeatureTable.SCORE,
            FeatureTable.SCORE_REFERENCE,
            FeatureTable.SCORE_PROBABILITY,
            FeatureTable.SCORE_GROUP,
            FeatureTable.NOTES,
            FeatureTable.SETTINGS,
            "mask_label",
            "followup_mL",
            "growth_mL",
            "growth_percent");

    /**
     * The same in any case of their letters, with what lists of cases and other programs call a case, its files and its
     * fate.
     */
    private static final Set<String> NEVER_FEATURES = lowerCase(Stream.concat(
            NO_FEATURES.stream(),
            Stream.of(("status, reason, image, mask, followup, followup_mask, IVH (mL), Oedema (mL), "
                            + "case_id, caseid, patient, patient_id, patientid, subject, subject_id, subjectid, "
                            + "unnamed: 0")
                    .split(", "))));

    private static Set<String> lowerCase(Stream<String> names) {
        return names.map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private CaseColumns() {}

    /**
     * The column that names the cases: {@code case}, else {@code id}, else {@code Label}, else a first column without a
     * name, as R and pandas write it; empty if rows have numbers only.
     */
    static Optional<String> name(List<String> columns) {
        Optional<String> named = CASE_COLUMNS.stream()
                .filter(columns::contains)
                .findFirst()
                .or(() -> CASE_BLIND.stream()
                        .flatMap(name -> columns.stream().filter(name::equalsIgnoreCase))
                        .findFirst());
        return named.isEmpty() && columns.get(0).isEmpty() ? Optional.of("") : named;
    }

    /** Whether a column says something about the case and is no feature, even where it holds numbers. */
    public static boolean isAboutCase(String column) {
        return NO_FEATURES.contains(column);
    }

    /**
     * Whether a column says who a case is, where its files lie or what became of its row, so that it is never a
     * feature.
     */
    public static boolean isNeverFeature(String column) {
        return NEVER_FEATURES.contains(column.toLowerCase(Locale.ROOT));
    }
}
