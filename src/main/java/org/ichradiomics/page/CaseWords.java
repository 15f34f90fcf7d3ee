package org.ichradiomics.page;

import org.ichradiomics.growth.Growth;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.text.NumberText;

/** The numbers of a case in words, the same on the page and in its picture. */
public final class CaseWords {

    private CaseWords() {}

    static String millilitres(double volume) {
        return NumberText.printed(volume, 2) + " mL";
    }

    /** {@code 8.06 mL (3-10 mL), ABC/2 7.91 mL}. */
    static String volume(VolumeMeasurement volume) {
        return millilitres(volume.volume().millilitres()) + " ("
                + volume.group().text() + "), ABC/2 " + millilitres(volume.abc().millilitres());
    }

    /** {@code +4.20 mL (+52.1 %)}. */
    public static String growth(Growth growth) {
        return plus(growth.millilitres(), 2) + " mL (" + plus(growth.percent(), 1) + " %)";
    }

    /** {@code expansion: yes (standard: growth ≥ 33 % or ≥ 6 mL)}. */
    static String expansion(ExpansionReport two) {
        return two.finding().text() + " (" + two.decisive().text() + ": "
                + two.decisive().rule() + ")";
    }

    static String score(ReadAgainst read) {
        double probability = read.score().probability();
        return NumberText.printed(read.score().value(), 2)
                + (Double.isNaN(probability) ? "" : ", probability " + NumberText.printed(probability, 2));
    }

    static String cutoff(ReadAgainst read) {
        return Purpose.cutoff(read.signature());
    }

    private static String plus(double number, int decimals) {
        String printed = NumberText.printed(number, decimals);
        return number > 0 ? "+" + printed : printed;
    }
}
