package org.ichradiomics.page;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.sign.Evidence;
import org.ichradiomics.sign.Signs;
import org.ichradiomics.sign.Suggestion;
import org.ichradiomics.text.InvalidInputException;

/**
 * A sign as the reader and the voxels have it.
 *
 * @param answer of the reader; empty where there is none
 * @param picture where it is strongest, outlined; empty where nobody sees it
 */
record SeenSign(Suggestion suggestion, Optional<Boolean> answer, Optional<BufferedImage> picture) {

    /** Longer side of a picture. */
    private static final int PIXELS = 200;

    /** In the order of the signs. */
    static List<SeenSign> of(Scan scan, VoxelMask haematoma, TypedIn answers) throws InvalidInputException {
        Signs signs = Signs.of(VoxelImage.of(scan.hu(), haematoma.grid().spacing()), haematoma);
        List<SeenSign> seen = new ArrayList<>();
        for (Suggestion suggestion : signs.suggestions()) {
            Optional<Boolean> answer = answers.answer(suggestion.sign());
            boolean isShown = suggestion.isSuggested() || answer.orElse(false);
            Optional<Evidence> evidence = suggestion.evidence().filter(some -> isShown);
            Optional<BufferedImage> picture = Optional.empty();
            if (evidence.isPresent())
                picture = Optional.of(EvidencePicture.of(scan, haematoma, evidence.get(), PIXELS));
            seen.add(new SeenSign(suggestion, answer, picture));
        }
        return seen;
    }

    String title() {
        return suggestion.sign().title();
    }

    /** What the reader says: yes, no or nothing. */
    String answered() {
        return answer.map(yes -> yes ? "yes" : "no").orElse("–");
    }

    /** Counted from 1; empty where nothing is seen. */
    String slice() {
        return suggestion
                .evidence()
                .map(evidence -> Integer.toString(evidence.slice() + 1))
                .orElse("");
    }
}
