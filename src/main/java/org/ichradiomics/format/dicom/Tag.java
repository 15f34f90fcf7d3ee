package org.ichradiomics.format.dicom;

import java.util.Map;

/**
 * The attributes that are read, group in the upper half, DICOM PS3.6. All others are skipped unseen: names, numbers and
 * dates of a patient cannot leak from where they never were.
 */
final class Tag {

    static final int STORED_CLASS = 0x00020002;
    static final int TRANSFER_SYNTAX = 0x00020010;
    static final int CHARACTER_SET = 0x00080005;
    static final int IMAGE_TYPE = 0x00080008;
    static final int SOP_CLASS = 0x00080016;
    static final int SOP_INSTANCE = 0x00080018;
    static final int MODALITY = 0x00080060;
    static final int FRAME_TYPE = 0x00089007;
    static final int SLICE_THICKNESS = 0x00180050;
    static final int SPACING_BETWEEN_SLICES = 0x00180088;
    static final int GANTRY_TILT = 0x00181120;
    static final int SLICE_LOCATIONS = 0x00182005;
    static final int ACQUISITION_DETAILS = 0x00189304;
    static final int CT_FRAME_TYPE = 0x00189329;
    static final int STUDY = 0x0020000d;
    static final int SERIES = 0x0020000e;
    static final int INSTANCE_NUMBER = 0x00200013;
    static final int POSITION = 0x00200032;
    static final int ORIENTATION = 0x00200037;
    static final int PLANE_POSITION = 0x00209113;
    static final int PLANE_ORIENTATION = 0x00209116;
    static final int SLICE_LOCATION = 0x00201041;
    static final int FRAME_OF_REFERENCE = 0x00200052;
    static final int SAMPLES_PER_PIXEL = 0x00280002;
    static final int PHOTOMETRIC = 0x00280004;
    static final int FRAMES = 0x00280008;
    static final int ROWS = 0x00280010;
    static final int COLUMNS = 0x00280011;
    static final int PIXEL_SPACING = 0x00280030;
    static final int BITS_ALLOCATED = 0x00280100;
    static final int BITS_STORED = 0x00280101;
    static final int HIGH_BIT = 0x00280102;
    static final int PIXEL_REPRESENTATION = 0x00280103;
    static final int PIXEL_PADDING = 0x00280120;
    static final int INTERCEPT = 0x00281052;
    static final int SLOPE = 0x00281053;
    static final int RESCALE_TYPE = 0x00281054;
    static final int LOSSY = 0x00282110;
    static final int MODALITY_TABLE = 0x00283000;
    static final int PIXEL_MEASURES = 0x00289110;
    static final int VALUE_TRANSFORMATION = 0x00289145;
    static final int SEGMENTATION_TYPE = 0x00620001;
    static final int SEGMENTS = 0x00620002;
    static final int SEGMENT_NUMBER = 0x00620004;
    static final int SEGMENT_LABEL = 0x00620005;
    static final int SEGMENT_IDENTIFICATION = 0x0062000a;
    static final int REFERENCED_SEGMENT = 0x0062000b;
    static final int MOST_FRACTION = 0x0062000e;
    static final int ROIS = 0x30060020;
    static final int ROI_NUMBER = 0x30060022;
    static final int ROI_FRAME = 0x30060024;
    static final int ROI_NAME = 0x30060026;
    static final int ROI_CONTOURS = 0x30060039;
    static final int CONTOURS = 0x30060040;
    static final int CONTOUR_TYPE = 0x30060042;
    static final int CONTOUR_POINTS = 0x30060046;
    static final int CONTOUR_DATA = 0x30060050;
    static final int REFERENCED_ROI = 0x30060084;
    static final int REFERENCED_SERIES = 0x00081115;
    static final int ROI_FRAMES = 0x30060010;
    static final int ROI_STUDIES = 0x30060012;
    static final int ROI_SERIES = 0x30060014;
    static final int SHARED_GROUPS = 0x52009229;
    static final int FRAME_GROUPS = 0x52009230;
    static final int FLOAT_PIXELS = 0x7fe00008;
    static final int DOUBLE_PIXELS = 0x7fe00009;
    static final int PIXELS = 0x7fe00010;

    static final int ITEM = 0xfffee000;
    static final int ITEM_END = 0xfffee00d;
    static final int SEQUENCE_END = 0xfffee0dd;

    private static final Map<Integer, String> REPRESENTATIONS = Map.ofEntries(
            Map.entry(STORED_CLASS, "UI"),
            Map.entry(TRANSFER_SYNTAX, "UI"),
            Map.entry(CHARACTER_SET, "CS"),
            Map.entry(IMAGE_TYPE, "CS"),
            Map.entry(SOP_CLASS, "UI"),
            Map.entry(SOP_INSTANCE, "UI"),
            Map.entry(MODALITY, "CS"),
            Map.entry(FRAME_TYPE, "CS"),
            Map.entry(SLICE_THICKNESS, "DS"),
            Map.entry(SPACING_BETWEEN_SLICES, "DS"),
            Map.entry(GANTRY_TILT, "DS"),
            Map.entry(ACQUISITION_DETAILS, "SQ"),
            Map.entry(CT_FRAME_TYPE, "SQ"),
            Map.entry(STUDY, "UI"),
            Map.entry(SERIES, "UI"),
            Map.entry(INSTANCE_NUMBER, "IS"),
            Map.entry(POSITION, "DS"),
            Map.entry(SLICE_LOCATION, "DS"),
            Map.entry(SLICE_LOCATIONS, "DS"),
            Map.entry(ORIENTATION, "DS"),
            Map.entry(PLANE_POSITION, "SQ"),
            Map.entry(PLANE_ORIENTATION, "SQ"),
            Map.entry(SAMPLES_PER_PIXEL, "US"),
            Map.entry(PHOTOMETRIC, "CS"),
            Map.entry(FRAMES, "IS"),
            Map.entry(ROWS, "US"),
            Map.entry(COLUMNS, "US"),
            Map.entry(PIXEL_SPACING, "DS"),
            Map.entry(BITS_ALLOCATED, "US"),
            Map.entry(BITS_STORED, "US"),
            Map.entry(HIGH_BIT, "US"),
            Map.entry(PIXEL_REPRESENTATION, "US"),
            Map.entry(PIXEL_PADDING, "US"),
            Map.entry(INTERCEPT, "DS"),
            Map.entry(SLOPE, "DS"),
            Map.entry(RESCALE_TYPE, "LO"),
            Map.entry(LOSSY, "CS"),
            Map.entry(MODALITY_TABLE, "SQ"),
            Map.entry(PIXEL_MEASURES, "SQ"),
            Map.entry(VALUE_TRANSFORMATION, "SQ"),
            Map.entry(FRAME_OF_REFERENCE, "UI"),
            Map.entry(SEGMENTATION_TYPE, "CS"),
            Map.entry(SEGMENTS, "SQ"),
            Map.entry(SEGMENT_NUMBER, "US"),
            Map.entry(SEGMENT_LABEL, "LO"),
            Map.entry(SEGMENT_IDENTIFICATION, "SQ"),
            Map.entry(REFERENCED_SEGMENT, "US"),
            Map.entry(MOST_FRACTION, "US"),
            Map.entry(ROIS, "SQ"),
            Map.entry(ROI_NUMBER, "IS"),
            Map.entry(ROI_FRAME, "UI"),
            Map.entry(ROI_NAME, "LO"),
            Map.entry(ROI_CONTOURS, "SQ"),
            Map.entry(CONTOURS, "SQ"),
            Map.entry(CONTOUR_TYPE, "CS"),
            Map.entry(CONTOUR_POINTS, "IS"),
            Map.entry(CONTOUR_DATA, "DS"),
            Map.entry(REFERENCED_ROI, "IS"),
            Map.entry(REFERENCED_SERIES, "SQ"),
            Map.entry(ROI_FRAMES, "SQ"),
            Map.entry(ROI_STUDIES, "SQ"),
            Map.entry(ROI_SERIES, "SQ"),
            Map.entry(SHARED_GROUPS, "SQ"),
            Map.entry(FRAME_GROUPS, "SQ"));

    private Tag() {}

    /** How an attribute is written where the file does not say; null for all that are not read. */
    static String representation(int tag) {
        return REPRESENTATIONS.get(tag);
    }
}
