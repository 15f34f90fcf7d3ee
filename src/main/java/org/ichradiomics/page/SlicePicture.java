package org.ichradiomics.page;

import java.awt.image.BufferedImage;
import java.util.List;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.figure.Anchor;
import org.ichradiomics.figure.Area;
import org.ichradiomics.figure.Colour;
import org.ichradiomics.figure.Dash;
import org.ichradiomics.figure.Font;
import org.ichradiomics.figure.ImageCanvas;
import org.ichradiomics.figure.Pen;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * A slice as a reader sees it: in the brain window (W80 L40), the patient's right on the left, voxels as large as they
 * are in the patient, with lines round what was drawn, the number of the slice, the sides and a bar of so many mm. The
 * sides are marked only where the scan says how the patient lies. The same slice gives the same pixels.
 */
public final class SlicePicture {

    private static final double BLACK = 0;
    private static final double WHITE = 80;
    private static final int GREYS = 255;

    private static final Font LETTERS = new Font(13, true);
    private static final double EDGE = 5;
    private static final double BAR_HEIGHT = 3;
    /** The longest that takes no more than this share of the picture. */
    private static final int[] BARS = {100, 50, 20, 10, 5, 2, 1};

    private static final double MOST_BAR = 0.35;

    private final Scan scan;
    private final VoxelGrid grid;
    private final Frame frame;
    private final int slice;

    private SlicePicture(Scan scan, VoxelGrid grid, Frame frame, int slice) {
        this.scan = scan;
        this.grid = grid;
        this.frame = frame;
        this.slice = slice;
    }

    /**
     * Draws a slice.
     *
     * @param grid of the scan, with the distances that hold
     * @param slice counted from 0; the picture says it counted from 1
     * @param outlines later ones over earlier ones
     * @throws InvalidInputException if this machine has no fonts
     */
    public static BufferedImage of(Scan scan, VoxelGrid grid, Frame frame, int slice, List<Outlined> outlines)
            throws InvalidInputException {
        SlicePicture picture = new SlicePicture(scan, grid, frame, slice);
        BufferedImage image = picture.greys();
        try (ImageCanvas canvas = ImageCanvas.on(image, 1)) {
            for (Outlined outlined : outlines) picture.outline(outlined, canvas);
            picture.mark(canvas);
        }
        return image;
    }

    /**
     * The mean of as many points in every pixel as it has voxels along its longer side, each between its neighbours.
     */
    private BufferedImage greys() {
        double[] hu = hu();
        Spacing mm = grid.spacing();
        int points = (int) Math.ceil(1 / (frame.scale() * Math.min(mm.x(), mm.y())));
        BufferedImage image = new BufferedImage(frame.pixelsAcross(), frame.pixelsDown(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double sum = 0;
                for (int i = 0; i < points * points; i++) {
                    double across = frame.left() + (x + (i % points + 0.5) / points) / frame.scale();
                    double down = frame.top() + (y + (i / points + 0.5) / points) / frame.scale();
                    sum += between(hu, across / mm.x() - 0.5, down / mm.y() - 0.5);
                }
                int grey = (int) Math.round(sum / (points * points));
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return image;
    }

    private double[] hu() {
        double[] hu = new double[grid.nx() * grid.ny()];
        RandomAccess<DoubleType> at = scan.hu().randomAccess();
        for (int i = 0; i < hu.length; i++)
            hu[i] = at.setPositionAndGet(i % grid.nx(), i / grid.nx(), slice).get();
        return hu;
    }

    /** Grey, 0 to 255, linear between the four centres round a place in voxels. */
    private double between(double[] hu, double x, double y) {
        int x0 = clamped((int) Math.floor(x), grid.nx());
        int y0 = clamped((int) Math.floor(y), grid.ny());
        int x1 = clamped((int) Math.floor(x) + 1, grid.nx());
        int y1 = clamped((int) Math.floor(y) + 1, grid.ny());
        double right = x - Math.floor(x);
        double down = y - Math.floor(y);
        double upper = (1 - right) * grey(hu[y0 * grid.nx() + x0]) + right * grey(hu[y0 * grid.nx() + x1]);
        double lower = (1 - right) * grey(hu[y1 * grid.nx() + x0]) + right * grey(hu[y1 * grid.nx() + x1]);
        return (1 - down) * upper + down * lower;
    }

    private static int clamped(int i, int size) {
        return Math.max(0, Math.min(size - 1, i));
    }

    /** Black where there is no number. */
    private static double grey(double hu) {
        return hu > BLACK ? Math.min(1, (hu - BLACK) / (WHITE - BLACK)) * GREYS : 0;
    }

    /** Borders between a voxel inside and one outside, each run of them as one line. */
    private void outline(Outlined outlined, ImageCanvas canvas) {
        Pen pen = new Pen(outlined.colour(), 1.2, Dash.SOLID);
        Spacing mm = grid.spacing();
        for (int y = 0; y <= grid.ny(); y++) {
            for (int x = 0, from = 0; x <= grid.nx(); x++) {
                if (isInside(outlined, x, y) != isInside(outlined, x, y - 1)) continue;
                if (from < x) line(from * mm.x(), y * mm.y(), x * mm.x(), y * mm.y(), pen, canvas);
                from = x + 1;
            }
        }
        for (int x = 0; x <= grid.nx(); x++) {
            for (int y = 0, from = 0; y <= grid.ny(); y++) {
                if (isInside(outlined, x, y) != isInside(outlined, x - 1, y)) continue;
                if (from < y) line(x * mm.x(), from * mm.y(), x * mm.x(), y * mm.y(), pen, canvas);
                from = y + 1;
            }
        }
    }

    private boolean isInside(Outlined outlined, int x, int y) {
        return x >= 0
                && y >= 0
                && x < grid.nx()
                && y < grid.ny()
                && outlined.voxels().test(grid.index(x, y, slice));
    }

    private void line(double x1, double y1, double x2, double y2, Pen pen, ImageCanvas canvas) {
        canvas.line(frame.x(x1), frame.y(y1), frame.x(x2), frame.y(y2), pen);
    }

    private void mark(ImageCanvas canvas) {
        double right = frame.pixelsAcross() - EDGE;
        double bottom = frame.pixelsDown() - EDGE;
        double top = EDGE + LETTERS.size();
        if (knowsSides(scan)) {
            text("R", EDGE, top, Anchor.START, canvas);
            text("L", right, top, Anchor.END, canvas);
        }
        text(Integer.toString(slice + 1), EDGE, bottom, Anchor.START, canvas);
        for (int mm : BARS) {
            double length = mm * frame.scale();
            if (length > MOST_BAR * frame.pixelsAcross()) continue;
            Pen edge = new Pen(Colour.BLACK, 1, Dash.SOLID);
            canvas.rectangle(new Area(right - length, bottom - BAR_HEIGHT, right, bottom), Colour.WHITE, 1, edge);
            text(mm + " mm", right, bottom - 2 * BAR_HEIGHT, Anchor.END, canvas);
            return;
        }
    }

    /** Whether it is said where the patient's left is. */
    static boolean knowsSides(Scan scan) {
        return scan.geometry().storedAxes().isPresent();
    }

    /** White with a black rim, to be read on bone and on air. */
    private static void text(String text, double x, double y, Anchor anchor, ImageCanvas canvas) {
        for (int i = 0; i < 9; i++)
            canvas.text(x + i % 3 - 1, y + i / 3 - 1, text, LETTERS, anchor, Colour.BLACK, false);
        canvas.text(x, y, text, LETTERS, anchor, Colour.WHITE, false);
    }
}
