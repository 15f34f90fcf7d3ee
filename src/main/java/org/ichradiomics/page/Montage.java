package org.ichradiomics.page;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.ichradiomics.figure.Png;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * The slices of a haematoma side by side, from the feet to the head, each as a {@link SlicePicture} with the haematoma
 * outlined. The same scan and mask give the same pixels.
 *
 * @param image on black
 * @param slices those that are shown, counted from 0
 * @param caption what is shown, in sentences
 */
public record Montage(BufferedImage image, List<Integer> slices, String caption) {

    /** Of a haematoma on more slices so many are shown, evenly spread, the first and the last among them. */
    static final int MOST = 12;

    private static final int MOST_COLUMNS = 4;
    /** Longer side of a slice, pixels. */
    private static final int TILE = 240;

    private static final int GAP = 4;
    private static final int DPI = 150;

    /**
     * Draws the slices that hold a voxel of the haematoma.
     *
     * @param haematoma on the grid of the scan, at least one voxel
     * @throws InvalidInputException if this machine has no fonts
     * @throws IllegalArgumentException if there is no voxel
     */
    public static Montage of(Scan scan, VoxelMask haematoma) throws InvalidInputException {
        VoxelGrid grid = haematoma.grid();
        List<Integer> all = slices(haematoma);
        if (all.isEmpty()) throw new IllegalArgumentException("a montage needs a haematoma");
        List<Integer> shown = spread(all);
        Frame frame = Frame.head(scan, grid, shown, TILE);
        List<BufferedImage> tiles = new ArrayList<>();
        for (int slice : shown)
            tiles.add(SlicePicture.of(scan, grid, frame, slice, List.of(Outlined.haematoma(haematoma))));
        return new Montage(joined(tiles), shown, caption(scan, all, shown));
    }

    /** As PNG. */
    public byte[] png() {
        return Png.bytes(image, DPI);
    }

    private static List<Integer> slices(VoxelMask mask) {
        VoxelGrid grid = mask.grid();
        int plane = grid.nx() * grid.ny();
        return IntStream.range(0, grid.nz())
                .filter(z -> IntStream.range(z * plane, (z + 1) * plane).anyMatch(mask::contains))
                .boxed()
                .toList();
    }

    static List<Integer> spread(List<Integer> all) {
        if (all.size() <= MOST) return all;
        return IntStream.range(0, MOST)
                .mapToObj(i -> all.get(Math.round((float) i * (all.size() - 1) / (MOST - 1))))
                .toList();
    }

    private static BufferedImage joined(List<BufferedImage> tiles) {
        int rows = (tiles.size() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int columns = (tiles.size() + rows - 1) / rows;
        int across = tiles.get(0).getWidth() + GAP;
        int down = tiles.get(0).getHeight() + GAP;
        BufferedImage image = new BufferedImage(columns * across - GAP, rows * down - GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < tiles.size(); i++)
            graphics.drawImage(tiles.get(i), i % columns * across, i / columns * down, null);
        graphics.dispose();
        return image;
    }

    private static String caption(Scan scan, List<Integer> all, List<Integer> shown) {
        int first = all.get(0) + 1;
        int last = all.get(all.size() - 1) + 1;
        String slices = first == last ? "Slice " + first : "Slices " + first + " to " + last;
        String some = shown.size() < all.size() ? ", " + shown.size() + " of " + all.size() + " shown" : "";
        String sides = SlicePicture.knowsSides(scan)
                ? "the patient's right is on the left"
                : "the sides are not marked, as the image does not say how the patient lies";
        return slices + some + ", W80 L40, the haematoma outlined; " + sides + ".";
    }
}
