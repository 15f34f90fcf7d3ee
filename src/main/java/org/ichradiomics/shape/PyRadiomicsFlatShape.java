package org.ichradiomics.shape;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Source.PYRADIOMICS;

/**
 * The shape of a mask of one slice as PyRadiomics measures it: S and P of the outline through the middles of the
 * pixels' sides (marching squares, diagonal neighbours apart), λ the eigenvalues of the covariance of the pixels'
 * places, which divides by N. For one thread.
 */
public final class PyRadiomicsFlatShape {

    /** By name. */
    public static final List<Descriptor<PyRadiomicsFlatShape>> ALL = List.of(
            is("Elongation", "√(λ₂ / λ₁)", "1", s -> Math.sqrt(s.axes.minor() / s.axes.major())),
            is("MajorAxisLength", "4 √λ₁", "mm", s -> s.withN(s.axes.majorLength())),
            is("MaximumDiameter", "largest distance between two corners of the outline", "mm", s -> s.diameter()),
            is("MeshSurface", "S, the area in the outline", "mm²", s -> s.surface),
            is("MinorAxisLength", "4 √λ₂", "mm", s -> s.withN(s.axes.minorLength())),
            is("Perimeter", "P, the length of the outline", "mm", s -> s.perimeter),
            is("PerimeterSurfaceRatio", "P / S", "1/mm", s -> s.perimeter / s.surface),
            is("PixelSurface", "N · su · sv", "mm²", s -> s.mask.size() * s.su * s.sv),
            is("Sphericity", "2 √(π S) / P", "1", s -> s.sphericity()));

    /** Those that are measured only where they are named. */
    public static final List<Descriptor<PyRadiomicsFlatShape>> DEPRECATED =
            List.of(is("SphericalDisproportion", "P / (2 √(π S))", "1", s -> 1 / s.sphericity()));

    private final Region mask;
    private final int u;
    private final int v;
    private final double su;
    private final double sv;
    private final PrincipalAxes axes;
    private final boolean[] inside;
    private final int row;
    private double surface;
    private double perimeter;

    private PyRadiomicsFlatShape(Region mask, int flat) {
        this.mask = mask;
        this.u = flat == 0 ? 1 : 0;
        this.v = flat == 2 ? 1 : 2;
        Spacing spacing = mask.spacing();
        this.su = spacing.along(u);
        this.sv = spacing.along(v);
        this.axes = PrincipalAxes.of(mask);
        this.row = mask.box(u) + 2;
        this.inside = new boolean[row * (mask.box(v) + 2)];
        for (int i = 0; i < mask.size(); i++)
            inside[(mask.at(i, v) - mask.origin(v) + 1) * row + mask.at(i, u) - mask.origin(u) + 1] = true;
        outline();
    }

    /**
     * @param mask with one plane across the axis
     * @param flat the axis (0, 1, 2)
     */
    public static PyRadiomicsFlatShape of(Region mask, int flat) {
        return new PyRadiomicsFlatShape(mask, flat);
    }

    private static Descriptor<PyRadiomicsFlatShape> is(
            String name, String formula, String unit, ToDoubleFunction<PyRadiomicsFlatShape> value) {
        return named(name).is(formula, unit, PYRADIOMICS, value);
    }

    /** Square by square of four pixels' centres. */
    private void outline() {
        double diagonal = Math.sqrt(su * su + sv * sv) / 2;
        for (int at = 0; at + row + 1 < inside.length; at++) {
            if (at % row == row - 1) continue;
            boolean a = inside[at];
            boolean b = inside[at + 1];
            boolean c = inside[at + row];
            boolean d = inside[at + row + 1];
            int count = (a ? 1 : 0) + (b ? 1 : 0) + (c ? 1 : 0) + (d ? 1 : 0);
            boolean isAcross = count == 2 && a == d;
            surface += (count == 4 ? 8 : count == 3 ? 7 : count == 2 && !isAcross ? 4 : count) / 8.0 * su * sv;
            if (count == 1 || count == 3) perimeter += diagonal;
            else if (isAcross) perimeter += 2 * diagonal;
            else if (count == 2) perimeter += a == b ? su : sv;
        }
    }

    private double sphericity() {
        return 2 * Math.sqrt(Math.PI * surface) / perimeter;
    }

    /** A length by the covariance with N − 1 as one by that with N. */
    private double withN(double length) {
        return length * Math.sqrt((mask.size() - 1.0) / mask.size());
    }

    /** In half pixels, a corner lies between a pixel inside and one outside. */
    private double diameter() {
        Outline corners = new Outline(2 * inside.length / row, 1);
        for (int at = 0; at < inside.length; at++) {
            if (at % row < row - 1 && inside[at] != inside[at + 1]) corners.add(2 * (at % row) + 1, 2 * (at / row), 0);
            if (at + row < inside.length && inside[at] != inside[at + row])
                corners.add(2 * (at % row), 2 * (at / row) + 1, 0);
        }
        double largest = 0;
        List<int[]> hull = corners.slice(0);
        for (int[] a : hull) {
            for (int[] b : hull) {
                double du = (a[0] - b[0]) * su / 2;
                double dv = (a[1] - b[1]) * sv / 2;
                largest = Math.max(largest, du * du + dv * dv);
            }
        }
        return Math.sqrt(largest);
    }
}
