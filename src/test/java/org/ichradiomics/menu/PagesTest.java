package org.ichradiomics.menu;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PagesTest {

    @Test
    void theyAreUnpackedOnceWithWhatTheyShow() throws Exception {
        Path index = Pages.index();
        assertTrue(Files.readString(index).contains("<a href=\"first-case.html\">"), index.toString());
        assertTrue(Files.exists(index.resolveSibling("first-case.html")));
        assertTrue(Files.exists(index.resolveSibling("style.css")));
        assertTrue(Files.exists(index.resolveSibling("images/dialog.png")));
        assertTrue(Files.exists(index.resolveSibling("../macros/Batch_Folder.ijm")));
        assertEquals(index, Pages.index());
    }
}
