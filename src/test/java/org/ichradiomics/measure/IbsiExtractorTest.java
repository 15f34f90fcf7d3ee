package org.ichradiomics.measure;

import java.util.Optional;
import java.util.Set;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.texture.DigitalPhantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IbsiExtractorTest {

    private static final Spacing MM = new Spacing(1, 1, 1);
    private static final IbsiSettings BINS_OF_10 = new IbsiSettings(
            "test",
            Set.of(Approach.IN_VOLUME),
            false,
            Optional.empty(),
            Resegmentation.range(0, 100),
            new Binning.FixedWidth(10),
            new Binning.None());

    /** What mathematics does not define is NaN, never a silent 0 and never infinite. */
    @Test
    void oneVoxel() throws Exception {
        IbsiResult result = new IbsiExtractor(BINS_OF_10)
                .measure(
                        ArrayImgs.doubles(new double[] {60}, 1, 1, 1),
                        ArrayImgs.booleans(new boolean[] {true}, 1, 1, 1),
                        MM);
        for (IbsiValue v : result.values())
            assertFalse(Double.isInfinite(v.value()), v.feature().tag());
        assertEquals(1 / 6.0, result.get("morph_volume"), 1e-15);
        assertEquals(1, result.get("morph_diam"));
        assertEquals(Double.NaN, result.get("morph_pca_maj_axis"));
        assertEquals(Double.NaN, result.get("morph_moran_i"));
        assertEquals(0, result.get("stat_skew"));
    }

    @Test
    void oneSliceOfOneIntensity() throws Exception {
        boolean[] all = new boolean[12];
        double[] hu = new double[12];
        for (int i = 0; i < 12; i++) {
            all[i] = true;
            hu[i] = 50;
        }
        IbsiResult result =
                new IbsiExtractor(BINS_OF_10).measure(ArrayImgs.doubles(hu, 4, 3), ArrayImgs.booleans(all, 4, 3), MM);
        assertEquals(0, result.get("morph_pca_least_axis"));
        assertEquals(Double.NaN, result.get("morph_vol_dens_aee"));
        assertEquals(Double.NaN, result.get("morph_geary_c"));
        assertEquals(0, result.get("morph_com"), 1e-14);
        assertEquals(50, result.get("loc_peak_glob"), 1e-12);
        assertEquals(0, result.get("ih_entropy"), 0);
    }

    @Test
    void aMaskOfAPartOfTheScanIsAsGoodAsAWholeOne() throws Exception {
        IbsiExtractor extractor = new IbsiExtractor(IbsiPreset.DIGITAL.settings());
        boolean[] whole = new boolean[80];
        whole[20 + 5 + 1] = true;
        whole[20 + 5 + 2] = true;
        RandomAccessibleInterval<NativeBoolType> part =
                Views.translate(ArrayImgs.booleans(new boolean[] {true, true}, 2, 1, 1), 1, 1, 1);
        assertEquals(
                extractor
                        .measure(DigitalPhantom.image(), ArrayImgs.booleans(whole, 5, 4, 4), MM)
                        .rows(),
                extractor.measure(DigitalPhantom.image(), part, MM).rows());
        RandomAccessibleInterval<NativeBoolType> beyond = Views.translate(part, 4, 0, 0);
        assertTrue(
                assertThrows(InvalidInputException.class, () -> extractor.measure(DigitalPhantom.image(), beyond, MM))
                        .getMessage()
                        .contains("but the scan covers"));
    }

    @Test
    void saysWhatToDoWhenNothingIsLeft() {
        RandomAccessibleInterval<DoubleType> image = ArrayImgs.doubles(new double[] {500, 600}, 2, 1, 1);
        RandomAccessibleInterval<NativeBoolType> mask = ArrayImgs.booleans(new boolean[] {true, true}, 2, 1, 1);
        assertEquals(
                "No voxel under the mask is left after re-segmentation: the lesion has 500.0 to 600.0 HU; change "
                        + "resegmentation.low and resegmentation.high.",
                assertThrows(InvalidInputException.class, () -> new IbsiExtractor(BINS_OF_10).measure(image, mask, MM))
                        .getMessage());
        RandomAccessibleInterval<DoubleType> hu = ArrayImgs.doubles(new double[] {0.5, 2}, 2, 1, 1);
        assertEquals(
                "Without discretisation the intensities must be grey levels, whole numbers from 1 to 65535, but one "
                        + "is 0.5: choose a fixed bin width or number.",
                assertThrows(
                                InvalidInputException.class,
                                () -> new IbsiExtractor(IbsiPreset.DIGITAL.settings()).measure(hu, mask, MM))
                        .getMessage());
    }

    @Test
    void aFloatSpacingIsTheDecimalThatWasMeant() {
        assertEquals(0.977, IbsiExtractor.decimal(0.977f));
        assertEquals(0.48828125, IbsiExtractor.decimal(0.48828125));
        assertEquals(1 / 3.0, IbsiExtractor.decimal(1 / 3.0));
    }
}
