package org.ichradiomics.scan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ichradiomics.text.InvalidInputException;

/**
 * The labels of a mask, to choose from by number or name.
 *
 * @param mask what to call it in sentences
 * @param all in ascending order, some of which may have a name and no voxel
 */
record LabelList(String mask, List<Label> all) {

    private static final long OF_HAEMATOMA = 1;

    private static final Pattern NUMBER = Pattern.compile("\\+?0*(\\d+)(?:\\.0+)?");

    static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** What the one that is meant is called, in either spelling. */
    static final String CALLED_HAEMATOMA = "(intra(cerebral|parenchymal|cranial)[ _-])?(ha?ematoma|ha?emorrhage|ich)";

    private static final int LISTED = 60;

    /**
     * Which label a word means.
     *
     * @throws InvalidInputException if there is none, nothing is drawn of it, or the word leaves a choice
     */
    long number(String word) throws InvalidInputException {
        String label = word.strip();
        if (Labels.isOpen(label) && all.size() == 1) return drawn(all.get(0));
        if (label.equalsIgnoreCase(Labels.HAEMATOMA)
                && !hasNames()
                && numbered(OF_HAEMATOMA).isPresent()) return OF_HAEMATOMA;
        List<Label> named = named(Labels.isOpen(label) ? CALLED_HAEMATOMA : Pattern.quote(label));
        if (named.size() == 1) return drawn(named.get(0));
        if (Labels.isOpen(label)) {
            throw new InvalidInputException(mask + " holds " + all.size() + " labels: choose one of " + text() + ".");
        }
        if (named.size() > 1) {
            throw new InvalidInputException(mask + " holds " + named.size() + " labels of the name \"" + label
                    + "\": choose by the number, one of " + text() + ".");
        }
        return drawn(numbered(label));
    }

    private Label numbered(String label) throws InvalidInputException {
        try {
            Optional<Label> found = numbered(Long.parseLong(label));
            if (found.isPresent()) return found.get();
        } catch (NumberFormatException e) {
            if (hasNames())
                throw new InvalidInputException(mask + " holds no label \"" + label + "\": choose " + choice() + ".");
            throw new InvalidInputException("The label \"" + label + "\" is not a whole number: choose "
                    + (all.size() == 1 ? "\"" + Labels.ANY + "\" or " : "one of ") + text() + " of " + mask + ".");
        }
        throw new InvalidInputException(mask + " holds no label " + label + ": choose " + choice() + ".");
    }

    private String choice() {
        return (all.size() == 1 ? "" : "one of ") + text();
    }

    /** A label that has more than a name. */
    private long drawn(Label label) throws InvalidInputException {
        if (label.voxels() > 0) return label.value();
        throw new InvalidInputException("Label " + (label.value() + " " + label.name()).stripTrailing() + " of " + mask
                + " is empty, nothing was drawn: choose one of " + text() + ".");
    }

    /**
     * Which label the haematoma is, where others are known that are not.
     *
     * @throws InvalidInputException as {@link #number}, if no label is left, or the word means one of the others
     */
    long haematoma(String word, Set<Long> others) throws InvalidInputException {
        if (!Labels.isOpen(word)) {
            long label = number(word);
            if (!others.contains(label)) return label;
            throw new InvalidInputException("Label " + word.strip() + " of " + mask
                    + " is given both for the haematoma and for what lies beside it: choose another for one of them.");
        }
        List<Label> left =
                all.stream().filter(label -> !others.contains(label.value())).toList();
        if (left.stream().anyMatch(label -> label.voxels() > 0)) return new LabelList(mask, left).number(word);
        throw new InvalidInputException(mask + " holds nothing but "
                + others.stream().map(this::title).collect(Collectors.joining(", "))
                + ", which is not the haematoma: draw that with another label.");
    }

    /** A label by its number or its name, drawn or not; empty if there is none, or several bear the name. */
    Optional<Label> find(String word) {
        List<Label> meant = meant(word);
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** All labels that a word means: those of that name, else that of the number; a spreadsheet may write it 1.0. */
    List<Label> meant(String word) {
        List<Label> named = named(Pattern.quote(word.strip()));
        Matcher number = NUMBER.matcher(word.strip());
        if (!named.isEmpty() || !number.matches()) return named;
        return all.stream()
                .filter(label -> Long.toString(label.value()).equals(number.group(1)))
                .toList();
    }

    /**
     * The same, of a word that must be understood: where labels have no names it is a number.
     *
     * @throws InvalidInputException if it is not
     */
    List<Label> understood(String word) throws InvalidInputException {
        if (hasNames() || NUMBER.matcher(word.strip()).matches()) return meant(word);
        throw new InvalidInputException(mask + " has no names of labels, so that \"" + word.strip()
                + "\" is none of them: give the number of the label.");
    }

    private Optional<Label> numbered(long value) {
        return all.stream().filter(label -> label.value() == value).findFirst();
    }

    private List<Label> named(String called) {
        if (!hasNames()) return List.of();
        Pattern pattern = Pattern.compile(called, CASELESS);
        return all.stream()
                .filter(label -> !label.name().isEmpty()
                        && pattern.matcher(label.name().strip()).matches())
                .toList();
    }

    boolean hasNames() {
        return all.stream().anyMatch(label -> !label.name().isEmpty());
    }

    /** As {@link Labels#title}. */
    String title(long value) {
        String own = numbered(value).map(Label::name).orElse("");
        boolean isAlone = all.stream().filter(label -> label.name().equals(own)).count() == 1;
        return own.isEmpty() || !isAlone ? ("label " + value + " " + own).strip() : own;
    }

    private String text() {
        String text = all.stream().limit(LISTED).map(Label::toString).collect(Collectors.joining(", "));
        return all.size() <= LISTED ? text : text + " and " + (all.size() - LISTED) + " more";
    }
}
