package org.ichradiomics.format.dicom;

import java.io.IOException;

/** What is wrong with a file, as the end of a sentence that begins with its name. */
final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedException(String what) {
        super(what);
    }
}
