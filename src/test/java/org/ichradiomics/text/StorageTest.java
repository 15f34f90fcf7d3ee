package org.ichradiomics.text;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StorageTest {

    @TempDir
    Path folder;

    @Test
    void aFileByItsScheme() throws Exception {
        for (String text : new String[] {"file:" + folder, "file://" + folder, "FILE:" + folder})
            assertEquals(folder, PathName.of(text), text);
        assertEquals(folder, ListedPath.of(Path.of("elsewhere"), "file://" + folder));
        assertFalse(Storage.holds(folder));
    }

    /** Who reads it there is not in this jar. */
    @Test
    void whereNobodyReachesIt() {
        String sentence = assertThrows(InvalidInputException.class, () -> PathName.of("hdfs://name-node/ct.nii"))
                .getMessage();
        assertTrue(sentence.startsWith("There is no file \"hdfs://name-node/ct.nii\" on this machine: "), sentence);
    }
}
