package org.ichradiomics.signature;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.text.InvalidInputException;

/** The references that a user can name: the built-in ones, any JSON file, or a word that says how to choose. */
public final class References {

    /** The shipped reference, made of phantoms. */
    public static final String DEMONSTRATION = "Demonstration";

    /** No reference but the one that the signature may carry. */
    public static final String NONE = "none";

    /** The signature's own reference; the demonstration reference for a signature that carries none. */
    public static final String DEFAULT = "default";

    private static final Shelf<Reference> SHELF =
            new Shelf<>("reference", "demonstration-reference.json", Reference.FILE::parse);

    /** The same for the features of {@link Signatures#zhan2020} alone: a run waits for it. */
    private static final Shelf<Reference> BRIEF =
            new Shelf<>("reference", "demonstration-zhan-2020.json", Reference.FILE::parse);

    private References() {}

    /** The names of the built-in references. */
    public static List<String> names() {
        return List.of(DEMONSTRATION);
    }

    /** The shipped reference, made of phantoms: numbers to be seen on a first run, but no group. */
    public static Reference demonstration() {
        return SHELF.builtIn();
    }

    /**
     * A reference by its built-in name, whatever the case of its letters, or else by the path of its file; empty for
     * "none".
     *
     * @throws InvalidInputException if there is neither, or the file is not a valid reference
     */
    public static Optional<Reference> find(String nameOrPath) throws InvalidInputException {
        return nameOrPath.strip().equalsIgnoreCase(NONE)
                ? Optional.empty()
                : Optional.of(SHELF.find(nameOrPath, DEMONSTRATION));
    }

    /**
     * The reference for a signature: the one that is named, which wins over the signature's own, or for "default" (or
     * an empty text) the signature's own, or else the demonstration reference. "none" leaves a signature with what it
     * carries.
     *
     * @throws InvalidInputException as {@link #find}
     */
    public static Optional<Reference> choose(String choice, Signature signature) throws InvalidInputException {
        if (choice.isBlank() || choice.strip().equalsIgnoreCase(DEFAULT)) {
            return signature.own().or(() -> Optional.of(demonstration(signature)));
        }
        return find(choice).or(signature::own);
    }

    private static Reference demonstration(Signature signature) {
        Reference brief = BRIEF.builtIn();
        return brief.scales().keySet().containsAll(signature.features()) ? brief : demonstration();
    }

    /** Whether a name has a meaning of its own, so that no reference can bear it. */
    static boolean isReserved(String name) {
        return name.strip().equalsIgnoreCase(NONE) || name.strip().equalsIgnoreCase(DEFAULT);
    }
}
