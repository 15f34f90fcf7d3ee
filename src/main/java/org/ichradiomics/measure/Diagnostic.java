package org.ichradiomics.measure;

/**
 * A number that says what the processing did to image or mask.
 *
 * @param stage which state it describes, e.g. "initial image"
 * @param name as in the IBSI compliance sheet
 * @param tag short name of the compliance sheet, unique
 * @param value voxels, mm or HU
 */
public record Diagnostic(String stage, String name, String tag, double value) {}
