package org.ichradiomics.text;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What keeps a cell that a person reads as a number from being one. It is never guessed at: 5,123 is two numbers. */
enum Blemish {

    /** 5,123.4 and 5 123 and 1.234.567; also 5,123, which may as well be 5.123. */
    THOUSANDS(
            sign() + "\\d{1,3}(?:[, '\u2019\u00a0\u2009\u202f]\\d{3})+(?:\\.\\d+)?|" + sign()
                    + "\\d{1,3}(?:\\.\\d{3})+,\\d+|"
                    + sign() + "\\d{1,3}(?:\\.\\d{3}){2,}",
            true,
            "which has, or may have, thousands separators: write the number without them and with a decimal point"),

    /** 1,5 in a table that is not separated by semicolons. */
    COMMA(sign() + "\\d+,\\d+", true, "which has a decimal comma: write the number with a decimal point"),

    /** 45 %, 12 mL, 3h. */
    UNIT(
            sign()
                    + "\\d+(?:[.,]\\d+)?(?:\\s*(?:%|\u2030|\u00b0)|"
                    + "[\\s\u00a0]+[\\p{L}\u00b5][\\p{L}/\u00b2\u00b3\\d]{0,7}"
                    + "|(?:mL|ml|cc|cm|mm|HU|h|hrs?|hours?|min|y|yrs?|years?|d|days?))",
            true,
            "which has a unit: name the unit in the header and write the number alone"),

    /** &lt;5, ≥ 24: a laboratory's limit. */
    LIMIT(
            "(?:[<>]=?|[\u2264\u2265\u2248~])\\s*\\d+(?:[.,]\\d+)?.{0,8}",
            true,
            "which is a limit and no value: write the number that shall stand for it, or leave the cell empty"),

    /** What a spreadsheet makes of 3/2 and 1.5: a date. */
    DATE(
            "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:[ T].*)?|\\d{1,2}[-. "
                    + "/](?:Jan|Feb|M\u00e4r|Mar|Apr|May|Mai|Jun|Jul|Aug"
                    + "|Sep|Okt|Oct|Nov|Dez|Dec)\\w*(?:[-. /]\\d{2,4})?",
            false,
            "which is a date, as spreadsheets make of numbers: format the column as numbers and write it again");

    private final Pattern pattern;
    private final boolean meansNumber;
    private final String advice;

    Blemish(String pattern, boolean meansNumber, String advice) {
        this.pattern = Pattern.compile(pattern, Pattern.UNICODE_CASE);
        this.meansNumber = meansNumber;
        this.advice = advice;
    }

    private static String sign() {
        return "[+\\-\u2212]?";
    }

    /** Of a cell that is no number; empty for any other text. */
    static Optional<Blemish> of(String cell) {
        String bare = Numeral.bare(cell);
        return bare.length() > 40
                ? Optional.empty()
                : Stream.of(values())
                        .filter(one -> one.pattern.matcher(bare).matches())
                        .findFirst();
    }

    /** Whether the cell was meant as a number. */
    static boolean isMeantAsNumber(String cell) {
        return of(cell).filter(blemish -> blemish.meansNumber).isPresent();
    }

    /** A relative clause on what is wrong, and what to do. */
    String advice() {
        return advice;
    }
}
