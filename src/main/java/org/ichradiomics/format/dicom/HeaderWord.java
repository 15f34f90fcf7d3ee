package org.ichradiomics.format.dicom;

import java.util.regex.Pattern;

import org.ichradiomics.text.NumberText;

/** What is repeated of a header in sentences: numbers, and no word but those of the standard. */
final class HeaderWord {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}|HU_MOD|MGML|PCT|Z_EFF|EDW|RGB|ARGB|CMYK|HSV|PALETTE "
            + "COLOR|YBR_(FULL|FULL_422|PARTIAL_42[02]|ICT|RCT)");

    private HeaderWord() {}

    /** A code word of the standard; anything else in its place, which might be a name, is not repeated. */
    static String code(String value) {
        return CODE.matcher(value).matches() ? value : "unknown";
    }

    /** Up to three decimals, as many as are needed. */
    static String number(double number) {
        return NumberText.atMost(number, 3);
    }
}
