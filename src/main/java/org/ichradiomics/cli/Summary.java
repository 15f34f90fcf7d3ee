package org.ichradiomics.cli;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.NumberText;

/** What a run says on the screen: the row in short. */
final class Summary {

    private Summary() {}

    static String of(Measurement row, Signature signature) {
        StringBuilder text = new StringBuilder();
        for (String reason : row.glance().reasons()) line(text, "Note", reason);
        line(text, FeatureTable.CASE, row.id());
        line(text, FeatureTable.VOLUME, number(row.millilitres()));
        line(text, FeatureTable.VOXELS, Long.toString(row.voxels()));
        line(text, FeatureTable.SLICES, Integer.toString(row.slices()));
        // NaN for a feature that a signature has and the catalogue has not; the notes then say so.
        for (String feature : signature.features())
            line(text, feature, number(row.features().find(feature).orElse(Double.NaN)));
        line(text, FeatureTable.SCORE, number(row.score().value()));
        line(text, FeatureTable.SCORE_REFERENCE, row.score().reference());
        line(text, FeatureTable.SCORE_GROUP, row.score().called());
        for (String note : row.notes()) if (!row.glance().reasons().contains(note)) line(text, "Note", note);
        return text.toString();
    }

    /** What became of the rows. */
    static String of(GrowingTable.Added added, RowFile files) {
        StringBuilder text = new StringBuilder();
        for (String note : added.notes()) line(text, "Note", note);
        line(text, added.isChanged() ? "written" : "unchanged", files.csv() + ", " + files.record());
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append(System.lineSeparator());
    }

    /** Six decimals tell a score of −1.43012 from the cutoff −1.430; the table has all digits. */
    private static String number(double value) {
        return Double.isNaN(value) ? "NaN" : NumberText.fixed(value, 6);
    }
}
