package org.ichradiomics.bench;

import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.ichradiomics.outline.Grow;
import org.ichradiomics.outline.GrowSettings;
import org.ichradiomics.outline.Head;
import org.ichradiomics.outline.Voxel;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/**
 * Growing in a head of 512 × 512 × 30 voxels with a haematoma of 53 mL: an ellipsoid of brain in a skull, with noise.
 */
@State(Scope.Thread)
public class OutlineBenchmark {

    static final String HEAD = "head made ready, once for a scan";
    static final String CLICK = "a click";
    static final String LIMITS = "a click, limits given: what moving a limit previews";

    private static final int SIDE = 512;
    private static final int SLICES = 30;
    private static final Spacing SPACING = new Spacing(0.45, 0.45, 5);

    @Param({HEAD, CLICK, LIMITS})
    public String what;

    private ArrayImg<FloatType, ?> scan;
    private Head head;

    @Setup
    public void draw() {
        float[] hu = new float[SIDE * SIDE * SLICES];
        Random random = new Random(3);
        for (int i = 0; i < hu.length; i++) {
            double x = (i % SIDE - 255.5) * SPACING.x();
            double y = (i / SIDE % SIDE - 255.5) * SPACING.y();
            double z = (i / (SIDE * SIDE) - 15) * SPACING.z();
            double skull = square(x / 70) + square(y / 85) + square(z / 110);
            boolean isBlood = square((x - 28) / 22) + square(y / 26) + square(z / 22) < 1;
            double tissue = isBlood ? 62 : 35;
            hu[i] = (float) ((skull > 1.17 ? -1000 : skull > 1 ? 1000 : tissue) + 4 * random.nextGaussian());
        }
        scan = ArrayImgs.floats(hu, SIDE, SIDE, SLICES);
        head = Head.of(scan, SPACING);
    }

    private static double square(double x) {
        return x * x;
    }

    @Benchmark
    public Object outline() throws InvalidInputException {
        if (what.equals(HEAD)) return Head.of(scan, SPACING);
        GrowSettings settings = what.equals(CLICK) ? GrowSettings.USUAL : GrowSettings.USUAL.within(47, 100);
        return Grow.from(head, List.of(new Voxel(318, 256, 15)), List.of(), settings);
    }
}
