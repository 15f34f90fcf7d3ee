package org.ichradiomics.format.dicom;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the name of a segment stands for, in codes of SNOMED CT (DICOM PS3.16, CID 7150 for categories, CID 7159 for
 * lesions, CID 7153 for the ventricles). The first that fits holds: an oedema around a haematoma is an oedema.
 */
enum SegmentMeaning {
    OEDEMA("\\b(phe|pho)\\b|o?edema", Code.ALTERED, new Code("79654002", "SCT", "Edema"), null),
    VENTRICULAR_BLOOD(
            "\\bivh\\b|intra[ _-]?ventric|ventricular[ _-](blood|ha?emorrhage|ha?ematoma)",
            Code.ALTERED,
            Code.HAEMORRHAGE,
            new Code("35764002", "SCT", "Brain ventricle")),
    HAEMORRHAGE("\\b(ich|iph)\\b|ha?ematoma|ha?emorrhage|blood|bleed", Code.ALTERED, Code.HAEMORRHAGE, null),
    OTHER("", Code.TISSUE, Code.TISSUE, null);

    /** A concept as DICOM writes it down. */
    record Code(String value, String scheme, String meaning) {

        static final Code ALTERED = new Code("49755003", "SCT", "Morphologically Altered Structure");
        static final Code HAEMORRHAGE = new Code("50960005", "SCT", "Hemorrhage");
        static final Code TISSUE = new Code("85756007", "SCT", "Tissue");

        WrittenSet item() {
            return new WrittenSet()
                    .text(Attribute.CODE_VALUE, value)
                    .text(Attribute.CODING_SCHEME_DESIGNATOR, scheme)
                    .text(Attribute.CODE_MEANING, meaning);
        }
    }

    private final Pattern names;
    private final Code category;
    private final Code type;
    private final Code region;

    SegmentMeaning(String names, Code category, Code type, Code region) {
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.category = category;
        this.type = type;
        this.region = region;
    }

    static SegmentMeaning of(String name) {
        return Arrays.stream(values())
                .filter(meaning -> meaning.names.matcher(name).find())
                .findFirst()
                .orElseThrow();
    }

    Code category() {
        return category;
    }

    Code type() {
        return type;
    }

    /** Where it lies, if the name says so. */
    Optional<Code> region() {
        return Optional.ofNullable(region);
    }
}
