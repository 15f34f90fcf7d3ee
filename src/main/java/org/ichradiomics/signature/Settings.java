package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ichradiomics.text.Sha256;

/**
 * The extraction settings behind a table, a reference or a signature: known entry by entry, known by their hash only
 * (as a table carries them), or unknown. Values of different settings must not meet in one score.
 *
 * <pre>
 *     catalogue=AK;bins=256;low=auto;high=auto;run_distance=auto   → SHA-256 of the UTF-8 bytes, first 12 hex digits
 * </pre>
 *
 * The entries count in the order in which they are given, so the hash does too. A table of two catalogues has the
 * settings of both: their hashes joined by {@code +}. A signature on features of one of them is content with that one.
 */
public final class Settings {

    /** Nothing is known: a table of another tool. */
    public static final Settings UNKNOWN = new Settings(Map.of(), "");

    private static final int HASH_DIGITS = 12;

    private static final String AND = "+";

    private final Map<String, String> entries;
    private final String hash;
    private final List<Settings> parts;

    private Settings(Map<String, String> entries, String hash) {
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.hash = hash;
        this.parts = List.of(this);
    }

    private Settings(List<Settings> parts) {
        this.entries = Map.of();
        this.hash = parts.stream().map(Settings::hash).collect(Collectors.joining(AND));
        this.parts = parts;
    }

    /**
     * Settings known entry by entry, in the map's order.
     *
     * @throws IllegalArgumentException if there is no entry, or a key or value is blank or holds '=' or ';'
     */
    public static Settings of(Map<String, String> entries) {
        if (entries.isEmpty()) throw new IllegalArgumentException("settings need at least one entry");
        entries.forEach((key, value) -> {
            if (isUnfit(key) || isUnfit(value)) {
                throw new IllegalArgumentException("the setting \"" + key + "\" with the value \"" + value
                        + "\" must not be blank or hold '=' or ';'");
            }
        });
        return new Settings(entries, hash(text(entries)));
    }

    /**
     * Settings known by their hash only, as the column {@code settings} of a table holds it.
     *
     * @throws IllegalArgumentException if it is not {@value #HASH_DIGITS} hexadecimal digits in lower case, or several
     *     such joined by +
     */
    public static Settings hashed(String hash) {
        String one = "[0-9a-f]{" + HASH_DIGITS + "}";
        if (!hash.matches(one + "(\\+" + one + ")*")) {
            throw new IllegalArgumentException(
                    "a settings hash is " + HASH_DIGITS + " hexadecimal digits, was \"" + hash + "\"");
        }
        return joined(Arrays.stream(hash.split(Pattern.quote(AND)))
                .map(part -> new Settings(Map.of(), part))
                .toList());
    }

    /** The settings of several catalogues, in the order of their columns. */
    public static Settings joined(List<Settings> parts) {
        return parts.size() == 1 ? parts.get(0) : new Settings(List.copyOf(parts));
    }

    /** The entries in order; empty if they are not known, or are those of several catalogues. */
    public Map<String, String> entries() {
        return entries;
    }

    /** The first 12 hexadecimal digits of the SHA-256 of {@link #text}; empty if nothing is known. */
    public String hash() {
        return hash;
    }

    /** The canonical text, {@code key=value;key=value}; empty if the entries are not known. */
    public String text() {
        return text(entries);
    }

    /** Whether nothing is known of them, not even a hash. */
    public boolean isUnknown() {
        return hash.isEmpty();
    }

    /**
     * What differs between two settings, in words, e.g. {@code bins 256 and 64}; empty if they are the same, or if one
     * of them is unknown, so that it cannot be told.
     */
    public Optional<String> difference(Settings other) {
        if (isUnknown() || other.isUnknown() || hash.equals(other.hash)) return Optional.empty();
        if (parts.size() > 1 || other.parts.size() > 1) return differenceOfParts(other);
        if (entries.isEmpty() || other.entries.isEmpty()) return Optional.of(inWords() + " and " + other.inWords());
        Set<String> keys = new LinkedHashSet<>(entries.keySet());
        keys.addAll(other.entries.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String here = entries.getOrDefault(key, "(not given)");
            String there = other.entries.getOrDefault(key, "(not given)");
            if (!here.equals(there)) differences.add(key + " " + here + " and " + there);
        }
        // Only the order differs: the same settings, written down by hand.
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }

    /** Nothing differs if one has all parts of the other: features of the part that is missing are missing too. */
    private Optional<String> differenceOfParts(Settings other) {
        boolean isMore = parts.size() >= other.parts.size();
        List<Settings> few = isMore ? other.parts : parts;
        List<Settings> many = isMore ? parts : other.parts;
        boolean found = few.stream()
                .allMatch(part -> many.stream().anyMatch(p -> p.difference(part).isEmpty()));
        return found ? Optional.empty() : Optional.of(inWords() + " and " + other.inWords());
    }

    private String inWords() {
        if (parts.size() > 1) return parts.stream().map(Settings::inWords).collect(Collectors.joining(" and "));
        return "settings " + hash + (entries.isEmpty() ? "" : " (" + text() + ")");
    }

    private static boolean isUnfit(String text) {
        return text == null || text.isBlank() || text.indexOf('=') >= 0 || text.indexOf(';') >= 0;
    }

    private static String text(Map<String, String> entries) {
        StringJoiner text = new StringJoiner(";");
        entries.forEach((key, value) -> text.add(key + "=" + value));
        return text.toString();
    }

    private static String hash(String text) {
        return Sha256.of(text).substring(0, HASH_DIGITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that
                && hash.equals(that.hash)
                && entries.equals(that.entries)
                && (parts.size() == 1 ? that.parts.size() == 1 : parts.equals(that.parts));
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return isUnknown() ? "unknown" : inWords();
    }
}
