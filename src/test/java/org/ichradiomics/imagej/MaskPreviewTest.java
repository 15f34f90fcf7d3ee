package org.ichradiomics.imagej;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MaskPreviewTest {

    private static final String REASON = "The image is not in HU: none of its values is below 0 and their mean is "
            + "3024.5, so an offset was lost; open the original DICOM files.";

    @Test
    void oneReasonStandsOnLinesOfItsOwn() {
        assertEquals(3, MaskPreview.withReasons("7 mL", List.of(REASON)).lines().count());
    }

    /** Of two scans each may have three: as high as this, the dialog still fits 768 lines. */
    @Test
    void manyReasonsLeaveOkOnTheScreen() {
        String text = MaskPreview.withReasons("7 mL", Collections.nCopies(6, REASON));
        assertTrue(text.lines().count() <= 7, text);
        assertEquals("7 mL " + String.join(" ", Collections.nCopies(6, REASON)), text.replace('\n', ' '));
    }
}
