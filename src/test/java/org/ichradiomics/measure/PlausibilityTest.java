package org.ichradiomics.measure;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlausibilityTest {

    /** A head CT that was squeezed to 0..255 is no HU image; a template that keeps −9..72 HU is one. */
    @ParameterizedTest
    @CsvSource({"CT_pitch_oblique_uint8.nii.gz, true", "scct_stripped_hu_LAS.nii.gz, false"})
    void aRealScanThatLostItsHuIsNoticed(String name, boolean noticed) throws InvalidInputException {
        Scan scan = ScanFile.readScan(Shared.of("data/nifti/" + name));
        Img<NativeBoolType> mask = ArrayImgs.booleans(
                scan.geometry().size(0),
                scan.geometry().size(1),
                scan.geometry().size(2));
        for (int i = 0; i < 20; i++) mask.getAt(40 + i, 60, 30).set(true);
        Region region = Region.of(scan.hu(), mask, scan.geometry().spacing().orElseThrow());
        List<String> notes = Plausibility.notes(scan, region);
        assertEquals(noticed, notes.stream().anyMatch(note -> note.contains("not HU")), notes.toString());
    }

    /** Said once, and not where a sentence of its own says that the values are no HU. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1000 | 60 | ",
                "-201 | 60 | ",
                "-200 | 60 | The image holds no air: its smallest value is -200",
                "-12 | 60 | The image holds no air: its smallest value is -12",
                "NaN | 60 | The image holds values from 0 to 255 only and no air",
                "0 | 255 | The image holds values from 0 to 255 only and no air",
                "0 | 256 | The image holds no air: its smallest value is 0",
                "24 | 1084 | The image holds no air: its smallest value is 24",
                "0 | 40000 | "
            })
    void anImageWithoutAirIsSaid(double around, double inside, String begin) throws InvalidInputException {
        Img<DoubleType> values = ArrayImgs.doubles(12, 12, 3);
        values.forEach(value -> value.set(around));
        Img<NativeBoolType> mask = ArrayImgs.booleans(12, 12, 3);
        for (int x = 4; x < 8; x++) {
            values.getAt(x, 5, 1).set(inside);
            mask.getAt(x, 5, 1).set(true);
        }
        Spacing spacing = new Spacing(1, 1, 5);
        Scan scan = Scan.of("scan", values, Geometry.stored(12, 12, 3, spacing, null, List.of()));
        List<String> said = Plausibility.notes(scan, Region.of(values, mask, spacing));
        assertEquals(begin == null ? 0 : 1, said.size(), said.toString());
        if (begin != null) assertTrue(said.get(0).startsWith(begin), said.toString());
    }

    @Test
    void aMaskBesideTheHaematomaIsNoticedTwice() throws InvalidInputException {
        Img<DoubleType> scan = ArrayImgs.doubles(40, 40, 5);
        scan.forEach(value -> value.set(-3));
        Img<NativeBoolType> mask = ArrayImgs.booleans(40, 40, 5);
        for (int y = 5; y < 10; y++) {
            for (int x = 10; x < 20; x++) {
                mask.getAt(x, y, 2).set(true);
                scan.getAt(x, 39 - y, 2).set(50 + x);
            }
        }
        Region region = Region.of(scan, mask, new Spacing(1, 1, 5));
        Scan all = Scan.of("scan", scan, Geometry.stored(40, 40, 5, region.spacing(), null, List.of()));
        List<String> reasons = Glance.of(all, region).reasons();
        assertTrue(
                reasons.get(0).startsWith("The mean under the mask is -3.0 HU, outside 20 to 110 HU"),
                reasons.toString());
        List<String> notes = Plausibility.notes(all, region);
        assertTrue(notes.get(1).contains("mirrored front to back it would lie on 64.5 HU"), notes.toString());
    }
}
