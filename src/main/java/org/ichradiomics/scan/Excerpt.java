package org.ichradiomics.scan;

/**
 * What is measured on a scan, and as much of the scan as is needed for it.
 *
 * @param scan with the spacing that holds
 */
public record Excerpt(Scan scan, Marked marked) {

    /** The haematoma, or the first lesion where that is not clear. */
    public Lesion lesion() {
        return marked.main();
    }
}
