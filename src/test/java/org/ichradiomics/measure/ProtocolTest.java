package org.ichradiomics.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProtocolTest {

    /** A catalogue that needs more than there is. */
    private record Huge(Analysis analysis) implements Analysis {

        @Override
        public String catalogue() {
            return analysis.catalogue();
        }

        @Override
        public List<Feature> features() {
            return analysis.features();
        }

        @Override
        public Map<String, String> settings() {
            return analysis.settings();
        }

        @Override
        public Margin margin(Spacing spacing) {
            return analysis.margin(spacing);
        }

        @Override
        public List<String> lighter() {
            return analysis.lighter();
        }

        @Override
        public Outcome measure(Scan scan, Spacing spacing, Lesion lesion, Region region, Progress progress) {
            throw new OutOfMemoryError();
        }
    }

    private static final Analysis AK = new Analysis.Ak(ExtractionSettings.AK);
    private static final String SENTENCE =
            "The IBSI features need more memory than is free: give Java more memory, or choose a larger "
                    + "interpolation.spacing_mm, or choose fewer families.";

    @Test
    void tooLittleMemoryForOneCatalogueCostsTheOtherNothing() throws Exception {
        Analysis ibsi = new Huge(new Analysis.Ibsi(IbsiPreset.ICH.settings()));
        Measurement both = measured(AK, ibsi);
        Measurement alone = measured(AK);
        assertEquals(alone.cell("kurtosis"), both.cell("kurtosis"));
        assertEquals("NaN", both.cell("stat_mean"));
        assertTrue(both.notes().contains("No IBSI features: " + SENTENCE), both.note());
        assertEquals(
                SENTENCE,
                assertThrows(InvalidInputException.class, () -> measured(ibsi)).getMessage());
    }

    private static Measurement measured(Analysis... analyses) throws Exception {
        double[] hu = new double[6 * 6 * 3];
        for (int i = 0; i < hu.length; i++) hu[i] = 50 + i % 13;
        Scan scan = Scan.of(
                "head",
                ArrayImgs.doubles(hu, 6, 6, 3),
                Geometry.stored(6, 6, 3, new Spacing(1, 1, 5), null, List.of()));
        boolean[] inside = new boolean[hu.length];
        for (int i = 40; i < 70; i++) inside[i] = true;
        RandomAccessibleInterval<NativeBoolType> mask = ArrayImgs.booleans(inside, 6, 6, 3);
        return new Protocol(List.of(analyses), Signatures.zhan2020(), Optional.empty())
                .measure("head", scan, scan.spacing(), new Lesion("", "mask", mask, List.of()), Progress.NONE);
    }
}
