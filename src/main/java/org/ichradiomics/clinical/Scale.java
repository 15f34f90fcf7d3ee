package org.ichradiomics.clinical;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.ichradiomics.text.English;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.Numeral;

/** What may be answered to an item. */
public sealed interface Scale {

    /** Reads a cell that says something. */
    Answer read(String cell);

    /** How to answer, after "write". */
    String text();

    /**
     * A number.
     *
     * @param isWhole whether fractions are refused
     * @param least in the unit
     * @param most in the unit
     * @param unit may be empty
     * @param below what a smaller number is taken for; may be empty
     * @param beyond what a larger number is taken for; may be empty
     */
    record Range(boolean isWhole, double least, double most, String unit, String below, String beyond)
            implements Scale {

        @Override
        public Answer read(String cell) {
            OptionalDouble number = Numeral.parse(cell, false);
            if (number.isEmpty())
                return Answer.wrong(cell.matches("[+-]?\\d+,\\d+") ? ", with a decimal comma" : ", which is no number");
            double value = number.getAsDouble();
            boolean isInside = value >= least && value <= most;
            if (isInside && isWhole && value != Math.rint(value)) return Answer.wrong(", which is no whole number");
            if (isInside) return Answer.of(value);
            String taken = value < 0 ? "" : value < least ? below : beyond;
            return Answer.wrong(taken.isEmpty() ? ", which is out of range" : ", " + taken);
        }

        @Override
        public String text() {
            String number = isWhole ? "a whole number" : "a number";
            return number + (unit.isEmpty() ? "" : " of " + unit) + " from " + NumberText.plain(least) + " to "
                    + NumberText.plain(most);
        }
    }

    /** Yes or no, as 1 or 0. */
    record YesNo() implements Scale {

        private static final List<String> YES = List.of("yes", "true");
        private static final List<String> NO = List.of("no", "false");

        @Override
        public Answer read(String cell) {
            String word = cell.toLowerCase(Locale.ROOT);
            if (YES.contains(word)) return Answer.of(1);
            if (NO.contains(word)) return Answer.of(0);
            double number = Numeral.parse(cell, false).orElse(Double.NaN);
            return number == 0 || number == 1 ? Answer.of(number == 0 ? 0 : 1) : Answer.wrong("");
        }

        @Override
        public String text() {
            return "1 (yes) or 0 (no)";
        }
    }

    /** One of some words, in capitals or not. */
    record Choice(List<String> words) implements Scale {

        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Answer read(String cell) {
            int place = words.indexOf(cell.toLowerCase(Locale.ROOT));
            return place < 0 ? Answer.wrong("") : Answer.of(place);
        }

        @Override
        public String text() {
            return English.listed(words, "or");
        }
    }
}
