package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.ichradiomics.sign.Sign;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Numeral;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * What readers said of signs, to be joined to tables by the case. What is only suggested is no answer.
 *
 * @param bySign sign → case → cell
 */
record SignAnswers(Map<String, Map<String, String>> bySign) {

    /** @throws InvalidInputException if the table has no column of a sign, or a case comes twice */
    static SignAnswers of(FeatureTable table) throws InvalidInputException {
        List<String> signs =
                Stream.of(Sign.values()).map(Sign::key).filter(table::has).toList();
        if (signs.isEmpty()) {
            throw new InvalidInputException(Sentence.of(
                    English.capital(table.title()) + " has no column of a reader's answers, such as " + Sign.BLEND.key()
                            + ": give the table that signs writes as ",
                    Setting.of("answers"),
                    "."));
        }
        List<String> cases = table.cases();
        Map<String, Map<String, String>> bySign = new LinkedHashMap<>();
        for (String sign : signs) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int row = 0; row < cases.size(); row++) {
                if (cells.put(cases.get(row), table.texts(sign).get(row)) != null) {
                    throw new InvalidInputException(English.capital(table.title()) + " holds the case " + cases.get(row)
                            + " twice: keep the row that is to count.");
                }
            }
            bySign.put(sign, cells);
        }
        return new SignAnswers(bySign);
    }

    /**
     * The same table with the answers where it has none of its own.
     *
     * @param wanted the columns that are of use
     * @throws InvalidInputException never: the columns are there
     */
    FeatureTable into(FeatureTable table, List<String> wanted) throws InvalidInputException {
        List<String> cases = table.cases();
        FeatureTable joined = table;
        for (Map.Entry<String, Map<String, String>> sign : bySign.entrySet()) {
            if (!wanted.contains(sign.getKey())) continue;
            List<String> own = table.has(sign.getKey()) ? table.texts(sign.getKey()) : List.of();
            List<String> cells = new ArrayList<>();
            for (int row = 0; row < cases.size(); row++) {
                String said = sign.getValue().getOrDefault(cases.get(row), "");
                cells.add(own.isEmpty() || Numeral.isMissing(own.get(row)) ? said : own.get(row));
            }
            joined = joined.with(sign.getKey(), cells);
        }
        return joined;
    }
}
