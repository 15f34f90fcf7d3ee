package org.ichradiomics.scan;

import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/** What is done with a mask whose grid is not its scan's. */
public enum Placement {

    /**
     * It is refused. Every voxel must lie within half a voxel of its partner; a {@code .seg.nrrd}, which 3D Slicer may
     * crop to what is not empty, fits too if its voxels are the scan's.
     */
    CHECKED("checked"),

    /** If it has as many voxels, it is taken voxel by voxel along the axes that correspond, wherever it lies. */
    FORCED("forced"),

    /** The label that lies nearest to the centre of each voxel of the scan is taken. */
    RESAMPLED("resampled");

    private final String text;

    Placement(String text) {
        this.text = text;
    }

    /** As users name it. */
    public String text() {
        return text;
    }

    /** All names, the default first. */
    public static String[] texts() {
        return Stream.of(values()).map(Placement::text).toArray(String[]::new);
    }

    /** @throws InvalidInputException if there is none of that name, whatever the case of its letters */
    public static Placement of(String text) throws InvalidInputException {
        for (Placement placement : values()) {
            if (placement.text.equalsIgnoreCase(text.strip())) return placement;
        }
        throw new InvalidInputException(Sentence.choice("placement", text, texts()));
    }
}
