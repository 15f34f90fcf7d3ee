package org.ichradiomics.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ichradiomics.text.InvalidInputException;

/**
 * A case as it is at one moment, to be kept on disk.
 *
 * @param state what was said
 * @param outline writes what was drawn at that moment
 */
public record Draft(CaseState state, CaseSaving.Writer outline) {

    /**
     * Writes it to its home: first what is drawn, then what was said. Each appears whole.
     *
     * @param drawn whether the outline is another than before
     * @throws InvalidInputException if that is not possible; the older draft is then still there
     */
    public void write(CaseHome home, boolean drawn) throws InvalidInputException {
        make(home.folder());
        if (drawn) outline.write(home.draft());
        state.write(home.state());
    }

    /**
     * Where the outline of a case that was left lies: its draft, or, where nothing was changed since, what was saved.
     */
    public static Path outline(CaseHome home, CaseState state) {
        boolean isDraft = !state.stage().isFinished() || !Files.exists(home.mask());
        return isDraft && Files.exists(home.draft()) ? home.draft() : home.mask();
    }

    static void make(Path folder) throws InvalidInputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The folder " + folder.getFileName() + " cannot be made (" + e.getMessage()
                            + "): choose another folder for the cases.",
                    e);
        }
    }
}
