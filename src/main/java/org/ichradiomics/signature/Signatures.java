package org.ichradiomics.signature;

import java.util.List;

import org.ichradiomics.text.InvalidInputException;

/** The signatures that a user can name: the built-in ones, and any JSON file. */
public final class Signatures {

    /** The R-score of Zhan et al., and what is used when nothing is said. */
    public static final String ZHAN_2020 = "Zhan 2020";

    private static final Shelf<Signature> SHELF = new Shelf<>("signature", "zhan-2020.json", Signature.FILE::parse);

    private Signatures() {}

    /** The names of the built-in signatures. */
    public static List<String> names() {
        return List.of(ZHAN_2020);
    }

    /**
     * The R-score of Zhan et al. 2020: three features, cutoff −1.430, without the means and SDs of its training cohort.
     */
    public static Signature zhan2020() {
        return SHELF.builtIn();
    }

    /**
     * A signature by its built-in name, whatever the case of its letters, or else by the path of its file. A file that
     * has a built-in name is reached with a folder before it, as in {@code ./Zhan 2020}.
     *
     * @throws InvalidInputException if there is neither, or the file is not a valid signature
     */
    public static Signature find(String nameOrPath) throws InvalidInputException {
        return SHELF.find(nameOrPath, ZHAN_2020);
    }
}
