package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.Shared;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever bytes a SEG or RTSTRUCT holds, what comes out is labels or one sentence. {@code -Dseries.mask.tries=50000}
 * tries as many of each.
 */
class SeriesMaskBytesTest {

    private static final int TRIES = Integer.getInteger("series.mask.tries", 400);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seg/s03_three_segments_mixed.dcm",
                "seg/s05_fractional_occupancy_max100.dcm",
                "public/dq_sparse-labelmap-noppv.dcm",
                "rt/r07_several_rois.dcm",
                "rt/r04_hole_keyhole.dcm"
            })
    void anyBytesEndInLabelsOrASentence(String name) throws Exception {
        Scan scan = DicomFolder.read(Shared.of("masks/ct"));
        byte[] sound = Files.readAllBytes(Shared.of("masks/" + name));
        Random random = new Random(name.hashCode());
        int read = 0;
        for (int i = 0; i < TRIES; i++) {
            Path file = Files.write(folder.resolve("m.dcm"), spoiled(sound, random));
            try (OpenFiles files = new OpenFiles()) {
                Labels labels = SeriesMask.of(file, files).mask(scan, Placement.FORCED);
                labels.list();
                read++;
            } catch (InvalidInputException e) {
                assertTrue(e.getMessage().endsWith(".") && !e.getMessage().contains(folder.toString()), e::getMessage);
            }
        }
        assertTrue(read < TRIES, "nothing was spoiled");
    }

    private static byte[] spoiled(byte[] sound, Random random) throws IOException {
        byte[] bytes = sound.clone();
        int places = 1 + random.nextInt(4);
        for (int k = 0; k < places; k++) {
            int at = random.nextInt(Math.min(bytes.length - 4, 6000));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bytes, at, at + 4, (byte) 0xff);
                case 3 -> Arrays.fill(bytes, at, at + 4, (byte) 0);
                case 4 ->
                    bytes[at] = (byte) List.of('9', '-', '\\', 'e', '.', ' ')
                            .get(random.nextInt(6))
                            .charValue();
                default -> bytes = Arrays.copyOf(bytes, Math.max(200, at + random.nextInt(bytes.length - at)));
            }
            if (bytes.length < 300) break;
        }
        return bytes;
    }
}
