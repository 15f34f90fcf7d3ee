package org.ichradiomics.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.scan.Labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** A hash is that of the bytes that were measured, also where a file is replaced while the case is read. */
class ChangingFilesTest {

    @TempDir
    private Path folder;

    private BatchCase one(Path image) {
        return new BatchCase("a", Map.of(ListColumn.IMAGE, image), Labels.ANY, List.of());
    }

    private static CaseRow row(String inputs) {
        return new CaseRow("a", inputs, CaseRow.Status.DONE, "", List.of(), List.of());
    }

    @Test
    void aFileThatIsReplacedMeanwhileIsMeasuredAgain() throws Exception {
        Path image = Files.writeString(folder.resolve("a.nii"), "old");
        String old = InputHash.of(one(image));
        int[] times = {0};
        CaseRow row = CaseRunner.ofSameBytes(one(image), (inputs, files) -> {
            if (times[0]++ == 0) write(image, "new");
            return row(inputs);
        });
        assertEquals(2, times[0]);
        assertNotEquals(old, row.inputs());
        assertEquals(InputHash.of(one(image)), row.inputs());
        assertEquals(CaseRow.Status.DONE, row.status());
    }

    @Test
    void oneThatNeverRestsFails() throws Exception {
        Path image = Files.writeString(folder.resolve("a.nii"), "old");
        int[] times = {0};
        CaseRow row = CaseRunner.ofSameBytes(one(image), (inputs, files) -> {
            write(image, "new " + times[0]++);
            return row(inputs);
        });
        assertEquals(3, times[0]);
        assertEquals(CaseRow.Status.FAILED, row.status());
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
