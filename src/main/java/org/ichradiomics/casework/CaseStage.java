package org.ichradiomics.casework;

/** How far a case is. */
public enum CaseStage {
    /** Nothing is drawn. */
    OPEN("open"),
    /** Something is drawn or said that is not saved. */
    DRAWN("drawn"),
    /** Saved, with its row. */
    DONE("done"),
    /** Left out, with a reason; its row has no values. */
    EXCLUDED("excluded");

    private final String text;

    CaseStage(String text) {
        this.text = text;
    }

    /** As in files and windows. */
    public String text() {
        return text;
    }

    /** Whether nothing is left to do. */
    public boolean isFinished() {
        return this == DONE || this == EXCLUDED;
    }
}
