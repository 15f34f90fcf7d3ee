package org.ichradiomics.batch;

import java.util.List;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;

/** The columns about a second scan; more of it tells the command {@code expansion}. */
final class GrowthColumns {

    static final List<String> NAMES = List.of("followup_mL", "growth_mL", "growth_percent", "expansion");

    private GrowthColumns() {}

    static List<String> cells(Expansion expansion) {
        return List.of(
                Double.toString(expansion.haematoma().after().millilitres()),
                Double.toString(expansion.haematoma().millilitres()),
                Double.toString(expansion.haematoma().percent()),
                ExpansionRule.STANDARD.of(expansion).text());
    }
}
