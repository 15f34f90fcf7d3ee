package org.ichradiomics.shape;

/** What a lesion's volume and area are compared with. */
interface Solid {

    /** mm³. */
    double volume();

    /** mm². */
    double area();
}
