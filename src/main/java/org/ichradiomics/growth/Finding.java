package org.ichradiomics.growth;

import java.util.Optional;

/** What a definition says of two scans. */
public enum Finding {
    YES("yes"),
    NO("no"),
    /** Something that the definition asks for was not measured, or cannot be. Never the same as no. */
    NOT_KNOWN("not known");

    private final String text;

    Finding(String text) {
        this.text = text;
    }

    /** As tables and macros say it. */
    public String text() {
        return text;
    }

    /** True or false; empty if not known. */
    public Optional<Boolean> asBoolean() {
        return this == NOT_KNOWN ? Optional.empty() : Optional.of(this == YES);
    }

    static Finding of(boolean met) {
        return met ? YES : NO;
    }
}
