package org.ichradiomics.batch;

import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.Column;

/** The columns about a second scan; more of it tells the command {@code expansion}. */
final class GrowthColumns {

    private static final List<Column<Expansion>> COLUMNS = Stream.concat(
                    ExpansionReport.GROWN.stream(),
                    Stream.of(new Column<Expansion>(
                            "expansion", e -> ExpansionRule.STANDARD.of(e).text())))
            .toList();

    static final List<String> NAMES = Column.names(COLUMNS);

    private GrowthColumns() {}

    static List<String> cells(Expansion expansion) {
        return Column.cells(COLUMNS, expansion).stream().map(Object::toString).toList();
    }
}
