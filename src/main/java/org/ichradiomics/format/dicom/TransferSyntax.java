package org.ichradiomics.format.dicom;

/** How a file is written, DICOM PS3.5 annex A; every syntax that CT was ever stored in is known by name. */
enum TransferSyntax {
    IMPLICIT("1.2.840.10008.1.2", "Implicit VR Little Endian"),
    EXPLICIT("1.2.840.10008.1.2.1", "Explicit VR Little Endian"),
    DEFLATED("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian"),
    BIG_ENDIAN("1.2.840.10008.1.2.2", "Explicit VR Big Endian"),
    JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline"),
    JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended"),
    JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless"),
    JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG Lossless SV1"),
    JPEG_LS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
    JPEG_LS_NEAR("1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless"),
    JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless"),
    JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000"),
    RLE("1.2.840.10008.1.2.5", "RLE Lossless"),
    JPEG_2000_MULTI_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component Lossless"),
    JPEG_2000_MULTI("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component"),
    JPIP("1.2.840.10008.1.2.4.94", "JPIP Referenced"),
    JPIP_DEFLATED("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate"),
    JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
    JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL"),
    HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless"),
    HTJ2K_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 Lossless RPCL"),
    HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
    UNKNOWN("", "unknown");

    private final String uid;
    private final String text;

    TransferSyntax(String uid, String text) {
        this.uid = uid;
        this.text = text;
    }

    static TransferSyntax of(String uid) {
        for (TransferSyntax syntax : values()) if (syntax.uid.equals(uid)) return syntax;
        return UNKNOWN;
    }

    boolean isBigEndian() {
        return this == BIG_ENDIAN;
    }

    /** Whether the pixels lie in the file as they are, rather than in compressed fragments. */
    boolean isNative() {
        return this == IMPLICIT || this == EXPLICIT || this == DEFLATED || this == BIG_ENDIAN;
    }

    /** Whether values may differ from those that were measured. */
    boolean isLossy() {
        return this == JPEG_BASELINE || this == JPEG_EXTENDED || this == JPEG_LS_NEAR || this == JPEG_2000;
    }

    /** The standard's short name, with the number that tools print. */
    @Override
    public String toString() {
        return this == UNKNOWN ? text : text + " (" + uid + ")";
    }
}
