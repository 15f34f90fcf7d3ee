package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Map;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.Shared;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@link FeatureMapping} and {@link MapImage}. */
class FeatureMappingTest {

    private static final Path IMAGE = Shared.of("maps/map0_hu.nii.gz");

    @TempDir
    Path folder;

    private static FeatureMapping mapping() throws InvalidInputException {
        return FeatureMapping.of(
                IMAGE, Shared.of("maps/map0_mask.nii.gz"), options("firstorder_Entropy, glcm_Contrast"), Progress.NONE);
    }

    private static Options options(String features) {
        return Options.of(Map.of("features", features, "radius", "2"), FeatureMapping.OPTIONS);
    }

    @Test
    void aFileHoldsTheMapToTheBit() throws Exception {
        FeatureMapping mapping = mapping();
        Map<Path, Boolean> written = mapping.write(folder.resolve("maps"), Replacing.of(false));
        assertEquals(2, written.size());
        assertEquals(
                "Kernel: 5 × 5 × 1 voxels, 2.5 × 2.5 × 5.0 mm, in the lesion alone.",
                mapping.notes().get(0));
        Scan read = ImageFile.read(folder.resolve("maps/glcm_Contrast.nii.gz")).scan();
        FeatureMap map = mapping.maps().get(1);
        assertTrue(read.geometry().isStoredAs(mapping.scan().geometry()));
        Cursor<DoubleType> made =
                net.imglib2.view.Views.flatIterable(map.values()).cursor();
        for (DoubleType value : net.imglib2.view.Views.flatIterable(read.hu()))
            assertEquals(made.next().get(), value.get());
        assertTrue(mapping().write(folder.resolve("maps"), Replacing.of(false)).values().stream()
                .noneMatch(isNew -> isNew));
    }

    @Test
    void isAStackInColourOverItsCt() throws Exception {
        ImagePlus ct = CtOpening.asItIs(IMAGE);
        ImagePlus stack = MapImage.of(mapping().maps().get(0), ct);
        assertEquals(32, stack.getBitDepth());
        assertEquals(ct.getStackSize(), stack.getStackSize());
        assertEquals(ct.getCalibration().pixelDepth, stack.getCalibration().pixelDepth);
        ImagePlus over = MapImage.over(ct, mapping().maps().get(0), stack);
        assertEquals(stack.getStackSize(), over.getOverlay().size());
        ImageProcessor plane = stack.getStack().getProcessor(3);
        ImageProcessor colour = ((ij.gui.ImageRoi) over.getOverlay().get(2)).getProcessor();
        for (int i = 0; i < plane.getPixelCount(); i++)
            assertEquals(Float.isNaN(plane.getf(i)), (colour.get(i) & 0xffffff) == 0);
    }

    @Test
    void refusesBeforeItReads() {
        for (String features : new String[] {"", "glcm_Nothing"})
            assertThrows(InvalidInputException.class, () -> FeatureMapping.check(options(features)));
    }
}
