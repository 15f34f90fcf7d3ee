package org.ichradiomics.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.texture.DigitalPhantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The values that the IBSI published: the digital phantom always, the CT phantom where ../shared is there (it may not
 * be copied).
 *
 * <p>Covers Diagnostic, IbsiResult, MaskedImage and Processing.
 */
class IbsiReferenceTest {

    @Test
    void digitalPhantom() throws Exception {
        IbsiResult result = new IbsiExtractor(IbsiPreset.DIGITAL.settings())
                .measure(DigitalPhantom.image(), DigitalPhantom.mask(), DigitalPhantom.SPACING);
        assertScore(
                482,
                ReferenceValues.read(Path.of("src/test/resources/ibsi/digital_phantom.csv"))
                        .score(result));
    }

    @Test
    void everyPublishedValueAndDiagnostic() throws Exception {
        ReferenceValues values = read("reference_values.csv");
        ReferenceValues diagnostics = read("reference_diagnostics.csv");
        List<ReferenceValues.Score> ofValues = new ArrayList<>();
        List<ReferenceValues.Score> ofDiagnostics = new ArrayList<>();
        for (IbsiPreset preset : List.of(IbsiPreset.DIGITAL, IbsiPreset.A, IbsiPreset.B, IbsiPreset.C)) {
            IbsiResult result = result(preset, preset == IbsiPreset.DIGITAL ? "digital_phantom" : "ct_phantom");
            ofValues.add(values.score(result));
            ofDiagnostics.add(diagnostics.diagnostics(result));
        }
        assertScore(1383, ReferenceValues.Score.sum(ofValues));
        assertScore(180, ReferenceValues.Score.sum(ofDiagnostics));
        assertEquals(
                List.of(482, 346, 346, 209),
                ofValues.stream().map(ReferenceValues.Score::of).toList());
    }

    @Test
    void aMissingValueIsAMiss() throws Exception {
        IbsiResult all = new IbsiExtractor(IbsiPreset.DIGITAL.settings())
                .measure(DigitalPhantom.image(), DigitalPhantom.mask(), DigitalPhantom.SPACING);
        IbsiResult less = new IbsiResult(
                all.settings(), all.values().subList(1, all.values().size()), all.diagnostics());
        ReferenceValues.Score score = ReferenceValues.read(Path.of("src/test/resources/ibsi/digital_phantom.csv"))
                .score(less);
        assertEquals(List.of(481, 482), List.of(score.met(), score.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"D", "E"})
    void configurationsWithoutPublishedValuesHereAreFinite(IbsiPreset preset) throws Exception {
        IbsiResult result = result(preset, "ct_phantom");
        assertEquals(79 + 25 * 2 + 16 * 2 + 16 + 16 + 5 + 17, result.values().size());
        for (IbsiValue v : result.values())
            assertTrue(Double.isFinite(v.value()), v.feature().column());
        assertEquals(result.get("stat_mean"), 0, 60);
        assertTrue(result.get("morph_volume") > 350_000 && result.get("morph_volume") < 380_000);
        assertEquals(32, result.get("ih_max"));
        assertEquals(60, result.diagnostics().size());
    }

    private static ReferenceValues read(String name) throws IOException {
        return ReferenceValues.read(Shared.of("ibsi/" + name));
    }

    private static IbsiResult result(IbsiPreset preset, String phantom) throws InvalidInputException {
        Scan scan = Nifti.readScan(Shared.of("ibsi/" + phantom + "/image.nii.gz"));
        RandomAccessibleInterval<NativeBoolType> mask = Nifti.readLabels(Shared.of("ibsi/" + phantom + "/mask.nii.gz"))
                .onto(scan)
                .select("any");
        return new IbsiExtractor(preset.settings())
                .measure(scan, Region.of(scan.hu(), mask, scan.spacing()), Progress.NONE);
    }

    private static void assertScore(int of, ReferenceValues.Score score) {
        assertEquals(List.of(), score.misses());
        assertEquals(of, score.of());
        assertEquals(of, score.met());
    }
}
