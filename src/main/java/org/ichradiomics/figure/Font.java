package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A size of letters and how wide they will be at most. Widths are those of DejaVu Sans, wider than Helvetica, Arial and
 * their likes, so that what is laid out with them fits with any of these.
 *
 * @param size in points
 */
public record Font(double size, boolean bold) {

    static final Font TITLE = new Font(8.5, true);
    static final Font LABEL = new Font(8, false);
    static final Font SMALL = new Font(7, false);

    private static final int[] ASCII = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
    };
    private static final double BOLD = 1.13;
    private static final int OTHER = 840;
    /** From here on letters may be as wide as high. */
    private static final int WIDE = 0x1100;

    private static final int PUNCTUATION = 0x2000;
    private static final int SYMBOLS_END = 0x2E80;
    private static final String BREAKS = " _-/";
    private static final double LEADING = 1.2;
    /** Of the size, from the middle of capitals and digits down to the line they stand on. */
    private static final double MIDDLE = 0.36;

    double width(String text) {
        double sum = 0;
        for (int c : text.codePoints().toArray()) sum += letter(c);
        return sum / 1000 * size * (bold ? BOLD : 1);
    }

    private static int letter(int c) {
        if (c >= ' ' && c < ' ' + ASCII.length) return ASCII[c - ' '];
        return c < WIDE || c >= PUNCTUATION && c < SYMBOLS_END ? OTHER : 1000;
    }

    /** The height of so many lines. */
    double height(int lines) {
        return lines * LEADING * size;
    }

    /** How far the foot of a line lies below its middle. */
    double middle() {
        return MIDDLE * size;
    }

    /**
     * The text in lines no wider than that, broken where a word ends if possible; lines beyond the most are cut short.
     */
    public List<String> wrap(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        for (String part : text.split("\n", -1)) {
            String rest = part;
            while (width(rest) > width && rest.codePointCount(0, rest.length()) > 1) {
                int end = fitting(rest, width);
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        if (lines.size() <= most) return lines;
        List<String> some = new ArrayList<>(lines.subList(0, most));
        some.set(most - 1, shortened(some.get(most - 1) + lines.get(most), width));
        return some;
    }

    /** How many chars fit: up to the last place to break, if there is one in the last two thirds. */
    private int fitting(String text, double width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length() && width(text.substring(0, text.offsetByCodePoints(end, 1))) <= width)
            end = text.offsetByCodePoints(end, 1);
        for (int i = end; i > end / 3; i--) {
            if (BREAKS.indexOf(text.charAt(i - 1)) >= 0 || i < text.length() && text.charAt(i) == ' ') return i;
        }
        return end;
    }

    private String shortened(String text, double width) {
        String some = text;
        while (!some.isEmpty() && width(some + "…") > width)
            some = some.substring(0, some.offsetByCodePoints(some.length(), -1));
        return some + "…";
    }
}
