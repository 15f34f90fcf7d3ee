package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/** What IBSI calls the formulas on matrices of counts, family by family. */
final class CountDescriptors {

    /** Runs of one grey level along a direction (TP0I); j is their length in voxels. */
    static final List<IbsiDescriptor<CountMatrix>> RUN_LENGTH = List.of(
            CountFormula.LOW_MEASURE.named(
                    "22OV", "rlm_sre", "Short runs emphasis", same(PYRADIOMICS, "glrlm_ShortRunEmphasis")),
            CountFormula.HIGH_MEASURE.named(
                    "W4KF", "rlm_lre", "Long runs emphasis", same(PYRADIOMICS, "glrlm_LongRunEmphasis")),
            CountFormula.LOW_LEVEL.named(
                    "V3SW",
                    "rlm_lgre",
                    "Low grey level run emphasis",
                    same(PYRADIOMICS, "glrlm_LowGrayLevelRunEmphasis")),
            CountFormula.HIGH_LEVEL.named(
                    "G3QZ",
                    "rlm_hgre",
                    "High grey level run emphasis",
                    same(PYRADIOMICS, "glrlm_HighGrayLevelRunEmphasis")),
            CountFormula.LOW_MEASURE_LOW_LEVEL.named(
                    "HTZT",
                    "rlm_srlge",
                    "Short run low grey level emphasis",
                    same(PYRADIOMICS, "glrlm_ShortRunLowGrayLevelEmphasis")),
            CountFormula.LOW_MEASURE_HIGH_LEVEL.named(
                    "GD3A",
                    "rlm_srhge",
                    "Short run high grey level emphasis",
                    same(PYRADIOMICS, "glrlm_ShortRunHighGrayLevelEmphasis")),
            CountFormula.HIGH_MEASURE_LOW_LEVEL.named(
                    "IVPO",
                    "rlm_lrlge",
                    "Long run low grey level emphasis",
                    same(PYRADIOMICS, "glrlm_LongRunLowGrayLevelEmphasis")),
            CountFormula.HIGH_MEASURE_HIGH_LEVEL.named(
                    "3KUM",
                    "rlm_lrhge",
                    "Long run high grey level emphasis",
                    same(PYRADIOMICS, "glrlm_LongRunHighGrayLevelEmphasis")),
            CountFormula.LEVEL_NONUNIFORMITY.named(
                    "R5YN", "rlm_glnu", "Grey level non-uniformity", same(PYRADIOMICS, "glrlm_GrayLevelNonUniformity")),
            CountFormula.LEVEL_NONUNIFORMITY_NORMALISED.named(
                    "OVBL",
                    "rlm_glnu_norm",
                    "Normalised grey level non-uniformity",
                    same(PYRADIOMICS, "glrlm_GrayLevelNonUniformityNormalized")),
            CountFormula.MEASURE_NONUNIFORMITY.named(
                    "W92Y", "rlm_rlnu", "Run length non-uniformity", same(PYRADIOMICS, "glrlm_RunLengthNonUniformity")),
            CountFormula.MEASURE_NONUNIFORMITY_NORMALISED.named(
                    "IC23",
                    "rlm_rlnu_norm",
                    "Normalised run length non-uniformity",
                    same(PYRADIOMICS, "glrlm_RunLengthNonUniformityNormalized")),
            CountFormula.PERCENTAGE.named(
                    "9ZK5", "rlm_r_perc", "Run percentage", same(PYRADIOMICS, "glrlm_RunPercentage")),
            CountFormula.LEVEL_VARIANCE.named(
                    "8CE5", "rlm_gl_var", "Grey level variance", same(PYRADIOMICS, "glrlm_GrayLevelVariance")),
            CountFormula.MEASURE_VARIANCE.named(
                    "SXLW", "rlm_rl_var", "Run length variance", same(PYRADIOMICS, "glrlm_RunVariance")),
            CountFormula.ENTROPY.named("HJ9O", "rlm_rl_entr", "Run entropy", same(PYRADIOMICS, "glrlm_RunEntropy")));

    /** Zones of one grey level (9SAK); j is their size in voxels. */
    static final List<IbsiDescriptor<CountMatrix>> ZONE_SIZE = List.of(
            CountFormula.LOW_MEASURE.named(
                    "5QRC", "szm_sze", "Small zone emphasis", same(PYRADIOMICS, "glszm_SmallAreaEmphasis")),
            CountFormula.HIGH_MEASURE.named(
                    "48P8", "szm_lze", "Large zone emphasis", same(PYRADIOMICS, "glszm_LargeAreaEmphasis")),
            CountFormula.LOW_LEVEL.named(
                    "XMSY",
                    "szm_lgze",
                    "Low grey level zone emphasis",
                    same(PYRADIOMICS, "glszm_LowGrayLevelZoneEmphasis")),
            CountFormula.HIGH_LEVEL.named(
                    "5GN9",
                    "szm_hgze",
                    "High grey level zone emphasis",
                    same(PYRADIOMICS, "glszm_HighGrayLevelZoneEmphasis")),
            CountFormula.LOW_MEASURE_LOW_LEVEL.named(
                    "5RAI",
                    "szm_szlge",
                    "Small zone low grey level emphasis",
                    same(PYRADIOMICS, "glszm_SmallAreaLowGrayLevelEmphasis")),
            CountFormula.LOW_MEASURE_HIGH_LEVEL.named(
                    "HW1V",
                    "szm_szhge",
                    "Small zone high grey level emphasis",
                    same(PYRADIOMICS, "glszm_SmallAreaHighGrayLevelEmphasis")),
            CountFormula.HIGH_MEASURE_LOW_LEVEL.named(
                    "YH51",
                    "szm_lzlge",
                    "Large zone low grey level emphasis",
                    same(PYRADIOMICS, "glszm_LargeAreaLowGrayLevelEmphasis")),
            CountFormula.HIGH_MEASURE_HIGH_LEVEL.named(
                    "J17V",
                    "szm_lzhge",
                    "Large zone high grey level emphasis",
                    same(PYRADIOMICS, "glszm_LargeAreaHighGrayLevelEmphasis")),
            CountFormula.LEVEL_NONUNIFORMITY.named(
                    "JNSA", "szm_glnu", "Grey level non-uniformity", same(PYRADIOMICS, "glszm_GrayLevelNonUniformity")),
            CountFormula.LEVEL_NONUNIFORMITY_NORMALISED.named(
                    "Y1RO",
                    "szm_glnu_norm",
                    "Normalised grey level non-uniformity",
                    same(PYRADIOMICS, "glszm_GrayLevelNonUniformityNormalized")),
            CountFormula.MEASURE_NONUNIFORMITY.named(
                    "4JP3", "szm_zsnu", "Zone size non-uniformity", same(PYRADIOMICS, "glszm_SizeZoneNonUniformity")),
            CountFormula.MEASURE_NONUNIFORMITY_NORMALISED.named(
                    "VB3A",
                    "szm_zsnu_norm",
                    "Normalised zone size non-uniformity",
                    same(PYRADIOMICS, "glszm_SizeZoneNonUniformityNormalized")),
            CountFormula.PERCENTAGE.named(
                    "P30P", "szm_z_perc", "Zone percentage", same(PYRADIOMICS, "glszm_ZonePercentage")),
            CountFormula.LEVEL_VARIANCE.named(
                    "BYLV", "szm_gl_var", "Grey level variance", same(PYRADIOMICS, "glszm_GrayLevelVariance")),
            CountFormula.MEASURE_VARIANCE.named(
                    "3NSA", "szm_zs_var", "Zone size variance", same(PYRADIOMICS, "glszm_ZoneVariance")),
            CountFormula.ENTROPY.named(
                    "GU8N", "szm_zs_entr", "Zone size entropy", same(PYRADIOMICS, "glszm_ZoneEntropy")));

    /** The same zones (VMDZ); j is their smallest distance from the border of the morphological mask. */
    static final List<IbsiDescriptor<CountMatrix>> ZONE_DISTANCE = List.of(
            CountFormula.LOW_MEASURE.named("0GBI", "dzm_sde", "Small distance emphasis"),
            CountFormula.HIGH_MEASURE.named("MB4I", "dzm_lde", "Large distance emphasis"),
            CountFormula.LOW_LEVEL.named("S1RA", "dzm_lgze", "Low grey level zone emphasis"),
            CountFormula.HIGH_LEVEL.named("K26C", "dzm_hgze", "High grey level zone emphasis"),
            CountFormula.LOW_MEASURE_LOW_LEVEL.named("RUVG", "dzm_sdlge", "Small distance low grey level emphasis"),
            CountFormula.LOW_MEASURE_HIGH_LEVEL.named("DKNJ", "dzm_sdhge", "Small distance high grey level emphasis"),
            CountFormula.HIGH_MEASURE_LOW_LEVEL.named("A7WM", "dzm_ldlge", "Large distance low grey level emphasis"),
            CountFormula.HIGH_MEASURE_HIGH_LEVEL.named("KLTH", "dzm_ldhge", "Large distance high grey level emphasis"),
            CountFormula.LEVEL_NONUNIFORMITY.named("VFT7", "dzm_glnu", "Grey level non-uniformity"),
            CountFormula.LEVEL_NONUNIFORMITY_NORMALISED.named(
                    "7HP3", "dzm_glnu_norm", "Normalised grey level non-uniformity"),
            CountFormula.MEASURE_NONUNIFORMITY.named("V294", "dzm_zdnu", "Zone distance non-uniformity"),
            CountFormula.MEASURE_NONUNIFORMITY_NORMALISED.named(
                    "IATH", "dzm_zdnu_norm", "Normalised zone distance non-uniformity"),
            CountFormula.PERCENTAGE.named("VIWW", "dzm_z_perc", "Zone percentage"),
            CountFormula.LEVEL_VARIANCE.named("QK93", "dzm_gl_var", "Grey level variance"),
            CountFormula.MEASURE_VARIANCE.named("7WT1", "dzm_zd_var", "Zone distance variance"),
            CountFormula.ENTROPY.named("GBDU", "dzm_zd_entr", "Zone distance entropy"));

    /** Voxels (REK0); j is 1 + the number of neighbours of the same grey level. */
    static final List<IbsiDescriptor<CountMatrix>> DEPENDENCE = List.of(
            CountFormula.LOW_MEASURE.named(
                    "SODN", "ngl_lde", "Low dependence emphasis", same(PYRADIOMICS, "gldm_SmallDependenceEmphasis")),
            CountFormula.HIGH_MEASURE.named(
                    "IMOQ", "ngl_hde", "High dependence emphasis", same(PYRADIOMICS, "gldm_LargeDependenceEmphasis")),
            CountFormula.LOW_LEVEL.named(
                    "TL9H",
                    "ngl_lgce",
                    "Low grey level count emphasis",
                    same(PYRADIOMICS, "gldm_LowGrayLevelEmphasis")),
            CountFormula.HIGH_LEVEL.named(
                    "OAE7",
                    "ngl_hgce",
                    "High grey level count emphasis",
                    same(PYRADIOMICS, "gldm_HighGrayLevelEmphasis")),
            CountFormula.LOW_MEASURE_LOW_LEVEL.named(
                    "EQ3F",
                    "ngl_ldlge",
                    "Low dependence low grey level emphasis",
                    same(PYRADIOMICS, "gldm_SmallDependenceLowGrayLevelEmphasis")),
            CountFormula.LOW_MEASURE_HIGH_LEVEL.named(
                    "JA6D",
                    "ngl_ldhge",
                    "Low dependence high grey level emphasis",
                    same(PYRADIOMICS, "gldm_SmallDependenceHighGrayLevelEmphasis")),
            CountFormula.HIGH_MEASURE_LOW_LEVEL.named(
                    "NBZI",
                    "ngl_hdlge",
                    "High dependence low grey level emphasis",
                    same(PYRADIOMICS, "gldm_LargeDependenceLowGrayLevelEmphasis")),
            CountFormula.HIGH_MEASURE_HIGH_LEVEL.named(
                    "9QMG",
                    "ngl_hdhge",
                    "High dependence high grey level emphasis",
                    same(PYRADIOMICS, "gldm_LargeDependenceHighGrayLevelEmphasis")),
            CountFormula.LEVEL_NONUNIFORMITY.named(
                    "FP8K", "ngl_glnu", "Grey level non-uniformity", same(PYRADIOMICS, "gldm_GrayLevelNonUniformity")),
            CountFormula.LEVEL_NONUNIFORMITY_NORMALISED.named(
                    "5SPA",
                    "ngl_glnu_norm",
                    "Normalised grey level non-uniformity",
                    same(PYRADIOMICS, "firstorder_Uniformity")),
            CountFormula.MEASURE_NONUNIFORMITY.named(
                    "Z87G",
                    "ngl_dcnu",
                    "Dependence count non-uniformity",
                    same(PYRADIOMICS, "gldm_DependenceNonUniformity")),
            CountFormula.MEASURE_NONUNIFORMITY_NORMALISED.named(
                    "OKJI",
                    "ngl_dcnu_norm",
                    "Normalised dependence count non-uniformity",
                    same(PYRADIOMICS, "gldm_DependenceNonUniformityNormalized")),
            CountFormula.PERCENTAGE.named("6XV8", "ngl_dc_perc", "Dependence count percentage"),
            CountFormula.LEVEL_VARIANCE.named(
                    "1PFV", "ngl_gl_var", "Grey level variance", same(PYRADIOMICS, "gldm_GrayLevelVariance")),
            CountFormula.MEASURE_VARIANCE.named(
                    "DNX2", "ngl_dc_var", "Dependence count variance", same(PYRADIOMICS, "gldm_DependenceVariance")),
            CountFormula.ENTROPY.named(
                    "FCBV", "ngl_dc_entr", "Dependence count entropy", same(PYRADIOMICS, "gldm_DependenceEntropy")),
            CountFormula.ENERGY.named("CAS9", "ngl_dc_energy", "Dependence count energy"));

    private CountDescriptors() {}
}
