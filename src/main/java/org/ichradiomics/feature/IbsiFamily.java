package org.ichradiomics.feature;

/** The families of the IBSI-1 catalogue, in the manual's order, with their codes. */
public enum IbsiFamily {
    MORPHOLOGY("Morphology", "HCUG"),
    LOCAL_INTENSITY("Local intensity", "9ST6"),
    STATISTICS("Intensity-based statistics", "UHIW"),
    HISTOGRAM("Intensity histogram", "ZVCW"),
    VOLUME_HISTOGRAM("Intensity-volume histogram", "P88C"),
    GLCM("GLCM", "LFYI"),
    GLRLM("GLRLM", "TP0I"),
    GLSZM("GLSZM", "9SAK"),
    GLDZM("GLDZM", "VMDZ"),
    NGTDM("NGTDM", "IPET"),
    NGLDM("NGLDM", "REK0");

    private final String text;
    private final String id;

    IbsiFamily(String text, String id) {
        this.text = text;
        this.id = id;
    }

    /** As tables and settings say it. */
    public String text() {
        return text;
    }

    /** The permanent code of the IBSI reference manual. */
    public String id() {
        return id;
    }
}
