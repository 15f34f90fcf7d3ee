package org.ichradiomics.phantom;

/** f : ℝ³ → ℝ, a quantity at each point, in mm; x, y and z run to the patient's left, back and head (LPS). */
@FunctionalInterface
public interface Field {

    double at(double x, double y, double z);
}
