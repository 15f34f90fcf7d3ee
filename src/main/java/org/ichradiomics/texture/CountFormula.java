package org.ichradiomics.texture;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.same;

/**
 * The formulas that run-length, size-zone, distance-zone and dependence matrices share. s(i, j) are the cells, Ns their
 * sum, Nv the number of voxels, p = s / Ns; what j is, each family says. NaN without entries.
 */
enum CountFormula {
    LOW_MEASURE("Σ s(i, j) / j² / Ns", m -> m.emphases().lowMeasure()),
    HIGH_MEASURE("Σ j² s(i, j) / Ns", m -> m.emphases().highMeasure()),
    LOW_LEVEL("Σ s(i, j) / i² / Ns", m -> m.emphases().lowLevel()),
    HIGH_LEVEL("Σ i² s(i, j) / Ns", m -> m.emphases().highLevel()),
    LOW_MEASURE_LOW_LEVEL("Σ s(i, j) / (i² j²) / Ns", m -> m.emphases().lowMeasureLowLevel()),
    LOW_MEASURE_HIGH_LEVEL("Σ i² s(i, j) / j² / Ns", m -> m.emphases().lowMeasureHighLevel()),
    HIGH_MEASURE_LOW_LEVEL("Σ j² s(i, j) / i² / Ns", m -> m.emphases().highMeasureLowLevel()),
    HIGH_MEASURE_HIGH_LEVEL("Σ i² j² s(i, j) / Ns", m -> m.emphases().highMeasureHighLevel()),
    LEVEL_NONUNIFORMITY("Σᵢ (Σⱼ s(i, j))² / Ns", m -> m.squaresOfRows() / m.total()),
    LEVEL_NONUNIFORMITY_NORMALISED("Σᵢ (Σⱼ s(i, j))² / Ns²", m -> m.squaresOfRows() / m.total() / m.total()),
    MEASURE_NONUNIFORMITY("Σⱼ (Σᵢ s(i, j))² / Ns", m -> m.squaresOfColumns() / m.total()),
    MEASURE_NONUNIFORMITY_NORMALISED("Σⱼ (Σᵢ s(i, j))² / Ns²", m -> m.squaresOfColumns() / m.total() / m.total()),
    PERCENTAGE("Ns / Nv; Nv counts a voxel once for each matrix merged", m -> m.total() / m.voxels()),
    LEVEL_VARIANCE("Σ (i − μ)² p(i, j), μ = Σ i p(i, j)", m -> m.variance((i, j) -> i)),
    MEASURE_VARIANCE("Σ (j − μ)² p(i, j), μ = Σ j p(i, j)", m -> m.variance((i, j) -> j)),
    ENTROPY("−Σ p(i, j) log₂ p(i, j)", "bit", CountMatrix::entropy),
    ENERGY("Σ p(i, j)²", CountMatrix::energy);

    /** Runs of one grey level along a direction (TP0I); j is their length in voxels. */
    static final List<IbsiDescriptor<CountMatrix>> RUN_LENGTH = List.of(
            LOW_MEASURE.named("22OV", "rlm_sre", "Short runs emphasis", "glrlm_ShortRunEmphasis"),
            HIGH_MEASURE.named("W4KF", "rlm_lre", "Long runs emphasis", "glrlm_LongRunEmphasis"),
            LOW_LEVEL.named("V3SW", "rlm_lgre", "Low grey level run emphasis", "glrlm_LowGrayLevelRunEmphasis"),
            HIGH_LEVEL.named("G3QZ", "rlm_hgre", "High grey level run emphasis", "glrlm_HighGrayLevelRunEmphasis"),
            LOW_MEASURE_LOW_LEVEL.named(
                    "HTZT", "rlm_srlge", "Short run low grey level emphasis", "glrlm_ShortRunLowGrayLevelEmphasis"),
            LOW_MEASURE_HIGH_LEVEL.named(
                    "GD3A", "rlm_srhge", "Short run high grey level emphasis", "glrlm_ShortRunHighGrayLevelEmphasis"),
            HIGH_MEASURE_LOW_LEVEL.named(
                    "IVPO", "rlm_lrlge", "Long run low grey level emphasis", "glrlm_LongRunLowGrayLevelEmphasis"),
            HIGH_MEASURE_HIGH_LEVEL.named(
                    "3KUM", "rlm_lrhge", "Long run high grey level emphasis", "glrlm_LongRunHighGrayLevelEmphasis"),
            LEVEL_NONUNIFORMITY.named("R5YN", "rlm_glnu", "Grey level non-uniformity", "glrlm_GrayLevelNonUniformity"),
            LEVEL_NONUNIFORMITY_NORMALISED.named(
                    "OVBL",
                    "rlm_glnu_norm",
                    "Normalised grey level non-uniformity",
                    "glrlm_GrayLevelNonUniformityNormalized"),
            MEASURE_NONUNIFORMITY.named(
                    "W92Y", "rlm_rlnu", "Run length non-uniformity", "glrlm_RunLengthNonUniformity"),
            MEASURE_NONUNIFORMITY_NORMALISED.named(
                    "IC23",
                    "rlm_rlnu_norm",
                    "Normalised run length non-uniformity",
                    "glrlm_RunLengthNonUniformityNormalized"),
            PERCENTAGE.named("9ZK5", "rlm_r_perc", "Run percentage", "glrlm_RunPercentage"),
            LEVEL_VARIANCE.named("8CE5", "rlm_gl_var", "Grey level variance", "glrlm_GrayLevelVariance"),
            MEASURE_VARIANCE.named("SXLW", "rlm_rl_var", "Run length variance", "glrlm_RunVariance"),
            ENTROPY.named("HJ9O", "rlm_rl_entr", "Run entropy", "glrlm_RunEntropy"));

    /** Zones of one grey level (9SAK); j is their size in voxels. */
    static final List<IbsiDescriptor<CountMatrix>> ZONE_SIZE = List.of(
            LOW_MEASURE.named("5QRC", "szm_sze", "Small zone emphasis", "glszm_SmallAreaEmphasis"),
            HIGH_MEASURE.named("48P8", "szm_lze", "Large zone emphasis", "glszm_LargeAreaEmphasis"),
            LOW_LEVEL.named("XMSY", "szm_lgze", "Low grey level zone emphasis", "glszm_LowGrayLevelZoneEmphasis"),
            HIGH_LEVEL.named("5GN9", "szm_hgze", "High grey level zone emphasis", "glszm_HighGrayLevelZoneEmphasis"),
            LOW_MEASURE_LOW_LEVEL.named(
                    "5RAI", "szm_szlge", "Small zone low grey level emphasis", "glszm_SmallAreaLowGrayLevelEmphasis"),
            LOW_MEASURE_HIGH_LEVEL.named(
                    "HW1V", "szm_szhge", "Small zone high grey level emphasis", "glszm_SmallAreaHighGrayLevelEmphasis"),
            HIGH_MEASURE_LOW_LEVEL.named(
                    "YH51", "szm_lzlge", "Large zone low grey level emphasis", "glszm_LargeAreaLowGrayLevelEmphasis"),
            HIGH_MEASURE_HIGH_LEVEL.named(
                    "J17V", "szm_lzhge", "Large zone high grey level emphasis", "glszm_LargeAreaHighGrayLevelEmphasis"),
            LEVEL_NONUNIFORMITY.named("JNSA", "szm_glnu", "Grey level non-uniformity", "glszm_GrayLevelNonUniformity"),
            LEVEL_NONUNIFORMITY_NORMALISED.named(
                    "Y1RO",
                    "szm_glnu_norm",
                    "Normalised grey level non-uniformity",
                    "glszm_GrayLevelNonUniformityNormalized"),
            MEASURE_NONUNIFORMITY.named("4JP3", "szm_zsnu", "Zone size non-uniformity", "glszm_SizeZoneNonUniformity"),
            MEASURE_NONUNIFORMITY_NORMALISED.named(
                    "VB3A",
                    "szm_zsnu_norm",
                    "Normalised zone size non-uniformity",
                    "glszm_SizeZoneNonUniformityNormalized"),
            PERCENTAGE.named("P30P", "szm_z_perc", "Zone percentage", "glszm_ZonePercentage"),
            LEVEL_VARIANCE.named("BYLV", "szm_gl_var", "Grey level variance", "glszm_GrayLevelVariance"),
            MEASURE_VARIANCE.named("3NSA", "szm_zs_var", "Zone size variance", "glszm_ZoneVariance"),
            ENTROPY.named("GU8N", "szm_zs_entr", "Zone size entropy", "glszm_ZoneEntropy"));

    /** The same zones (VMDZ); j is their smallest distance from the border of the morphological mask. */
    static final List<IbsiDescriptor<CountMatrix>> ZONE_DISTANCE = List.of(
            LOW_MEASURE.named("0GBI", "dzm_sde", "Small distance emphasis"),
            HIGH_MEASURE.named("MB4I", "dzm_lde", "Large distance emphasis"),
            LOW_LEVEL.named("S1RA", "dzm_lgze", "Low grey level zone emphasis"),
            HIGH_LEVEL.named("K26C", "dzm_hgze", "High grey level zone emphasis"),
            LOW_MEASURE_LOW_LEVEL.named("RUVG", "dzm_sdlge", "Small distance low grey level emphasis"),
            LOW_MEASURE_HIGH_LEVEL.named("DKNJ", "dzm_sdhge", "Small distance high grey level emphasis"),
            HIGH_MEASURE_LOW_LEVEL.named("A7WM", "dzm_ldlge", "Large distance low grey level emphasis"),
            HIGH_MEASURE_HIGH_LEVEL.named("KLTH", "dzm_ldhge", "Large distance high grey level emphasis"),
            LEVEL_NONUNIFORMITY.named("VFT7", "dzm_glnu", "Grey level non-uniformity"),
            LEVEL_NONUNIFORMITY_NORMALISED.named("7HP3", "dzm_glnu_norm", "Normalised grey level non-uniformity"),
            MEASURE_NONUNIFORMITY.named("V294", "dzm_zdnu", "Zone distance non-uniformity"),
            MEASURE_NONUNIFORMITY_NORMALISED.named("IATH", "dzm_zdnu_norm", "Normalised zone distance non-uniformity"),
            PERCENTAGE.named("VIWW", "dzm_z_perc", "Zone percentage"),
            LEVEL_VARIANCE.named("QK93", "dzm_gl_var", "Grey level variance"),
            MEASURE_VARIANCE.named("7WT1", "dzm_zd_var", "Zone distance variance"),
            ENTROPY.named("GBDU", "dzm_zd_entr", "Zone distance entropy"));

    /** Voxels (REK0); j is 1 + the number of neighbours of the same grey level. */
    static final List<IbsiDescriptor<CountMatrix>> DEPENDENCE = List.of(
            LOW_MEASURE.named("SODN", "ngl_lde", "Low dependence emphasis", "gldm_SmallDependenceEmphasis"),
            HIGH_MEASURE.named("IMOQ", "ngl_hde", "High dependence emphasis", "gldm_LargeDependenceEmphasis"),
            LOW_LEVEL.named("TL9H", "ngl_lgce", "Low grey level count emphasis", "gldm_LowGrayLevelEmphasis"),
            HIGH_LEVEL.named("OAE7", "ngl_hgce", "High grey level count emphasis", "gldm_HighGrayLevelEmphasis"),
            LOW_MEASURE_LOW_LEVEL.named(
                    "EQ3F",
                    "ngl_ldlge",
                    "Low dependence low grey level emphasis",
                    "gldm_SmallDependenceLowGrayLevelEmphasis"),
            LOW_MEASURE_HIGH_LEVEL.named(
                    "JA6D",
                    "ngl_ldhge",
                    "Low dependence high grey level emphasis",
                    "gldm_SmallDependenceHighGrayLevelEmphasis"),
            HIGH_MEASURE_LOW_LEVEL.named(
                    "NBZI",
                    "ngl_hdlge",
                    "High dependence low grey level emphasis",
                    "gldm_LargeDependenceLowGrayLevelEmphasis"),
            HIGH_MEASURE_HIGH_LEVEL.named(
                    "9QMG",
                    "ngl_hdhge",
                    "High dependence high grey level emphasis",
                    "gldm_LargeDependenceHighGrayLevelEmphasis"),
            LEVEL_NONUNIFORMITY.named("FP8K", "ngl_glnu", "Grey level non-uniformity", "gldm_GrayLevelNonUniformity"),
            LEVEL_NONUNIFORMITY_NORMALISED.named(
                    "5SPA", "ngl_glnu_norm", "Normalised grey level non-uniformity", "firstorder_Uniformity"),
            MEASURE_NONUNIFORMITY.named(
                    "Z87G", "ngl_dcnu", "Dependence count non-uniformity", "gldm_DependenceNonUniformity"),
            MEASURE_NONUNIFORMITY_NORMALISED.named(
                    "OKJI",
                    "ngl_dcnu_norm",
                    "Normalised dependence count non-uniformity",
                    "gldm_DependenceNonUniformityNormalized"),
            PERCENTAGE.named("6XV8", "ngl_dc_perc", "Dependence count percentage"),
            LEVEL_VARIANCE.named("1PFV", "ngl_gl_var", "Grey level variance", "gldm_GrayLevelVariance"),
            MEASURE_VARIANCE.named("DNX2", "ngl_dc_var", "Dependence count variance", "gldm_DependenceVariance"),
            ENTROPY.named("FCBV", "ngl_dc_entr", "Dependence count entropy", "gldm_DependenceEntropy"),
            ENERGY.named("CAS9", "ngl_dc_energy", "Dependence count energy"));

    private final String text;
    private final String unit;
    private final ToDoubleFunction<CountMatrix> value;

    CountFormula(String text, ToDoubleFunction<CountMatrix> value) {
        this(text, "1", value);
    }

    CountFormula(String text, String unit, ToDoubleFunction<CountMatrix> value) {
        this.text = text;
        this.unit = unit;
        this.value = value;
    }

    /** The formula under the names that it has in one family of IBSI. */
    IbsiDescriptor<CountMatrix> named(String id, String tag, String title) {
        return IbsiDescriptor.named(id, tag, title).is(text, unit, value);
    }

    /** The formula under the names that it has in one family of IBSI and in PyRadiomics. */
    IbsiDescriptor<CountMatrix> named(String id, String tag, String title, String pyRadiomics) {
        return IbsiDescriptor.named(id, tag, title, same(pyRadiomics)).is(text, unit, value);
    }
}
