package org.ichradiomics.workbench;

/** What a press of the mouse in the image does. */
enum Mode {
    /** The bleed grows round the click. */
    GROW("Grow", "Click into the blood: it grows (G). Shift-click adds a point, Alt-click says what is not blood"),
    /** Paints within the HU of blood. */
    BRUSH("Brush", "Paint what has the HU of blood, 40 to 100 (P)"),
    /** Erases. */
    ERASE("Erase", "Erase (E)"),
    /** Draws round an area. */
    FREEHAND("Freehand", "Draw round an area: all in it is taken, with Alt it is removed (F)");

    private final String text;
    private final String help;

    Mode(String text, String help) {
        this.text = text;
        this.help = help;
    }

    String text() {
        return text;
    }

    String help() {
        return help;
    }
}
