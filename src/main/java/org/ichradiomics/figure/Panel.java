package org.ichradiomics.figure;

/** The area between the axes: where data lie in the drawing. */
record Panel(Area area, Axis horizontal, Axis vertical) {

    /** Infinite or NaN where the value has no place. */
    double x(double value) {
        return area.left() + horizontal.along(value) * area.width();
    }

    /** Where a rectangle of the data lies. */
    Area area(double left, double right, double low, double high) {
        return new Area(x(left), y(high), x(right), y(low));
    }

    double y(double value) {
        return area.bottom() - vertical.along(value) * area.height();
    }
}
