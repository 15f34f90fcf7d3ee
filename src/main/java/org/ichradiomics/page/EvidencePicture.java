package org.ichradiomics.page;

import java.awt.image.BufferedImage;
import java.util.List;

import org.ichradiomics.figure.Png;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.sign.Evidence;
import org.ichradiomics.text.InvalidInputException;

/** The part of a slice where a sign is seen: the haematoma and what speaks for the sign, both outlined. */
public final class EvidencePicture {

    /** mm round the haematoma. */
    private static final double MARGIN = 12;
    /** Of the longer side. */
    private static final int PIXELS = 360;

    private static final int DPI = 150;

    private EvidencePicture() {}

    /**
     * Draws it.
     *
     * @param haematoma on the grid of the scan
     * @param pixels of the longer side
     */
    static BufferedImage of(Scan scan, VoxelMask haematoma, Evidence evidence, int pixels)
            throws InvalidInputException {
        Frame frame = Frame.around(haematoma::contains, haematoma.grid(), evidence.slice(), MARGIN, pixels);
        return SlicePicture.of(
                scan,
                haematoma.grid(),
                frame,
                evidence.slice(),
                List.of(Outlined.haematoma(haematoma), Outlined.evidence(evidence)));
    }

    /**
     * As a file of its own.
     *
     * @param haematoma on the grid of the scan
     * @return PNG
     * @throws InvalidInputException if this machine has no fonts
     */
    public static byte[] png(Scan scan, VoxelMask haematoma, Evidence evidence) throws InvalidInputException {
        return Png.bytes(of(scan, haematoma, evidence, PIXELS), DPI);
    }
}
