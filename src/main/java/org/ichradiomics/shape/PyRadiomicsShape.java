package org.ichradiomics.shape;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.region.Region;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Source.PYRADIOMICS;
import static org.ichradiomics.feature.Vocabulary.IBSI;

/**
 * The shape of a mask as PyRadiomics measures it, its axes as they are stored: V and A of the mesh of
 * {@link HalvedCubes}, λ the eigenvalues of the covariance of the voxels' places, which divides by N. For one thread.
 */
public final class PyRadiomicsShape {

    private static final String DIAMETER = "largest distance between two vertices of the mesh";
    private static final Counterpart AMBIGUOUS_AREA = same(IBSI, "C0JK", "with ambiguous cubes within 1 %");

    /** By name. */
    public static final List<Descriptor<PyRadiomicsShape>> ALL = List.of(
            is("Elongation", "Q3CK", "√(λ₂ / λ₁)", "1", s -> Math.sqrt(s.axes.minor() / s.axes.major())),
            is("Flatness", "N17B", "√(λ₃ / λ₁)", "1", s -> Math.sqrt(s.axes.least() / s.axes.major())),
            is("LeastAxisLength", "", "4 √λ₃", "mm", s -> s.withN(s.axes.leastLength())),
            is("MajorAxisLength", "", "4 √λ₁", "mm", s -> s.withN(s.axes.majorLength())),
            is("Maximum2DDiameterColumn", "", DIAMETER + " of one row", "mm", s -> s.diameter(1)),
            is("Maximum2DDiameterRow", "", DIAMETER + " of one column", "mm", s -> s.diameter(0)),
            is("Maximum2DDiameterSlice", "", DIAMETER + " of one slice", "mm", s -> s.diameter(2)),
            is("Maximum3DDiameter", "L0JK", DIAMETER, "mm", PyRadiomicsShape::diameter),
            is("MeshVolume", "RNU0", "V = Σ a·(b × c) / 6 over the faces of the mesh", "mm³", s -> s.mesh.volume()),
            is("MinorAxisLength", "", "4 √λ₂", "mm", s -> s.withN(s.axes.minorLength())),
            is("Sphericity", "QCFX", "(36 π V²)^(1/3) / A", "1", s -> s.sphere() / s.a()),
            named("SurfaceArea", AMBIGUOUS_AREA)
                    .is("A = Σ |(b − a) × (c − a)| / 2", "mm²", PYRADIOMICS, PyRadiomicsShape::a),
            is("SurfaceVolumeRatio", "2PR5", "A / V", "1/mm", s -> s.a() / s.v()),
            is("VoxelVolume", "YEKZ", "N · sx · sy · sz", "mm³", s -> s.mask.volume()));

    /** Those that are measured only where they are named. */
    public static final List<Descriptor<PyRadiomicsShape>> DEPRECATED = List.of(
            is("Compactness1", "SKGS", "V / (√π A^1.5)", "1", s -> s.v() / (Math.sqrt(Math.PI) * Math.pow(s.a(), 1.5))),
            is("Compactness2", "BQWJ", "36 π V² / A³", "1", s -> 36 * Math.PI * s.v() * s.v() / Math.pow(s.a(), 3)),
            is("SphericalDisproportion", "KRCK", "A / (36 π V²)^(1/3)", "1", s -> s.a() / s.sphere()));

    private final Region mask;
    private final Mesh mesh;
    private final PrincipalAxes axes;

    private PyRadiomicsShape(Region mask) {
        this.mask = mask;
        this.mesh = Mesh.of(mask, HalvedCubes.TRIANGLES);
        this.axes = PrincipalAxes.of(mask);
    }

    /** @param mask its axes in the order of the file, where other directions would find other holes in the mesh */
    public static PyRadiomicsShape of(Region mask) {
        return new PyRadiomicsShape(mask);
    }

    private static Descriptor<PyRadiomicsShape> is(
            String name, String ibsi, String formula, String unit, ToDoubleFunction<PyRadiomicsShape> value) {
        List<Counterpart> same = ibsi.isEmpty() ? List.of() : List.of(same(IBSI, ibsi));
        return named(name, same).is(formula, unit, PYRADIOMICS, value);
    }

    private double v() {
        return mesh.volume();
    }

    private double a() {
        return mesh.area();
    }

    private double sphere() {
        return Math.cbrt(36 * Math.PI * v() * v());
    }

    /** A length by the covariance with N − 1 as one by that with N. */
    private double withN(double length) {
        return length * Math.sqrt((mask.size() - 1.0) / mask.size());
    }

    private double diameter() {
        return ConvexHull.of(mesh).diameter();
    }

    /** Of the vertices in one plane across an axis, mm. */
    private double diameter(int axis) {
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        Outline outline = new Outline(2 * mask.box(v) + 2, 2 * mask.box(axis) + 2);
        MarchingCubes.forEach(mask, (kind, x, y, z) -> {
            int[] cube = {2 * x, 2 * y, 2 * z};
            for (int[][] triangle : HalvedCubes.TRIANGLES[kind]) {
                for (int[] at : triangle) outline.add(at[u] + cube[u], at[v] + cube[v], at[axis] + cube[axis]);
            }
        });
        double su = mask.spacing().along(u) / 2;
        double sv = mask.spacing().along(v) / 2;
        double largest = 0;
        for (int plane = 0; plane < 2 * mask.box(axis) + 2; plane++) {
            List<int[]> corners = outline.slice(plane);
            for (int[] a : corners) {
                for (int[] b : corners)
                    largest = Math.max(largest, square((a[0] - b[0]) * su) + square((a[1] - b[1]) * sv));
            }
        }
        return Math.sqrt(largest);
    }

    private static double square(double x) {
        return x * x;
    }
}
