package org.ichradiomics.filter;

import java.util.Optional;

/** Which filters can be turned. */
final class Turning {

    private Turning() {}

    /** For kernels that look the same from every side, and for those whose rotation has no consensus. */
    static void refuse(Kernel kernel, Optional<Pooling> rotation) {
        if (rotation.isPresent()) {
            throw new IllegalArgumentException("rotation must be none for the filter "
                    + kernel.kind().text() + ", was " + rotation.get().text());
        }
    }
}
