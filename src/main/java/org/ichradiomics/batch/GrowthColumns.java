package org.ichradiomics.batch;

import java.util.List;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.Column;

/** The columns about a second scan; more of it tells the command {@code expansion}. */
final class GrowthColumns {

    static final List<String> NAMES = Column.names(ExpansionReport.FOLLOWED);

    private GrowthColumns() {}

    static List<String> cells(Expansion expansion) {
        return Column.cells(ExpansionReport.FOLLOWED, expansion).stream()
                .map(Object::toString)
                .toList();
    }
}
