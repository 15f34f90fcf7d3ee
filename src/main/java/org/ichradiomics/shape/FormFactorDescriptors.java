package org.ichradiomics.shape;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Descriptor.same;
import static org.ichradiomics.feature.Descriptor.unlike;
import static org.ichradiomics.feature.Source.CHOSEN;
import static org.ichradiomics.feature.Source.DOCUMENTED;

/**
 * The nine form-factor formulas of the AK catalogue. V is the volume in mm³, A the surface area in mm². Some are not
 * what the textbooks say, but what the published values of the vendor kit show: the exponent in {@code Compactness1},
 * cm³ in {@code SurfaceVolumeRatio}, voxels in {@code Maximum3DDiameter}.
 */
public final class FormFactorDescriptors {

    private static final String VOXELS = "V counts voxels, where theirs is that of the mesh";
    private static final String OTHER_TRIANGLES = "other triangles, within 1 %";
    private static final String CENTRES = "between voxel centres in voxels, not between mesh vertices in mm";

    /** In the order of the catalogue. */
    public static final List<Descriptor<FormFactor>> ALL = List.of(
            named("Sphericity", unlike("QCFX", "shape_Sphericity", VOXELS))
                    .is(
                            "π^(1/3) (6 V)^(2/3) / A",
                            "1",
                            DOCUMENTED,
                            of((v, a) -> StrictMath.cbrt(Math.PI) * square(StrictMath.cbrt(6 * v)) / a)),
            named("SurfaceArea", same("C0JK", "shape_SurfaceArea", OTHER_TRIANGLES))
                    .is("A, marching cubes of the mask at 0.5", "mm²", CHOSEN, FormFactor::surface),
            named("VolumeCC", same("YEKZ", "shape_VoxelVolume", "÷ 1000"))
                    .is("V / 1000", "cm³", DOCUMENTED, f -> f.volume() / 1000),
            named("VolumeMM", same("YEKZ", "shape_VoxelVolume"))
                    .is("V = N · sx · sy · sz", "mm³", DOCUMENTED, FormFactor::volume),
            named("SurfaceVolumeRatio", unlike("2PR5", "shape_SurfaceVolumeRatio", "in mm²/cm³; " + VOXELS))
                    .is("A / VolumeCC", "mm²/cm³", DOCUMENTED, of((v, a) -> a / (v / 1000))),
            named("Maximum3DDiameter", unlike("L0JK", "shape_Maximum3DDiameter", CENTRES))
                    .is(
                            "max √(Δx² + Δy² + Δz²) between voxel centres, in voxels",
                            "voxels",
                            DOCUMENTED,
                            FormFactor::diameter),
            named("Compactness1", unlike("SKGS", "shape_Compactness1", VOXELS))
                    .is("V / (√π A^1.5)", "1", DOCUMENTED, of((v, a) -> v / (Math.sqrt(Math.PI) * a * Math.sqrt(a)))),
            named("Compactness2", unlike("BQWJ", "shape_Compactness2", VOXELS))
                    .is("36 π V² / A³", "1", DOCUMENTED, of((v, a) -> 36 * Math.PI * square(v) / (a * square(a)))),
            named("SphericalDisproportion", unlike("KRCK", "shape_SphericalDisproportion", VOXELS))
                    .is(
                            "A / (4 π (3 V / (4 π))^(2/3))",
                            "1",
                            DOCUMENTED,
                            of((v, a) -> a / (4 * Math.PI * square(StrictMath.cbrt(3 * v / (4 * Math.PI)))))));

    private FormFactorDescriptors() {}

    /** @param value of V and A */
    private static ToDoubleFunction<FormFactor> of(DoubleBinaryOperator value) {
        return f -> value.applyAsDouble(f.volume(), f.surface());
    }

    private static double square(double x) {
        return x * x;
    }
}
