package org.ichradiomics.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The families of the IBSI-1 catalogue, in the manual's order, with their codes; and two parts of morphology, which can
 * be asked for without the rest, since all else of it takes far longer.
 */
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
    NGLDM("NGLDM", "REK0"),

    /** Volume, area and the ratios made of them. */
    MESH("Morphology (mesh)", MORPHOLOGY),

    /** The axes of the covariance of the voxels' places. */
    AXES("Morphology (axes)", MORPHOLOGY);

    /** Those that are no part of another. */
    public static final List<IbsiFamily> WHOLE =
            Arrays.stream(values()).filter(family -> family.whole().isEmpty()).toList();

    private final String text;
    private final String id;
    private final IbsiFamily whole;

    IbsiFamily(String text, String id) {
        this.text = text;
        this.id = id;
        this.whole = null;
    }

    IbsiFamily(String text, IbsiFamily whole) {
        this.text = text;
        this.id = whole.id;
        this.whole = whole;
    }

    /** The family that it is a part of. */
    public Optional<IbsiFamily> whole() {
        return Optional.ofNullable(whole);
    }

    /** Whether it tells of the form alone, which no filter changes. */
    public boolean isForm() {
        return this == MORPHOLOGY || whole == MORPHOLOGY;
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
