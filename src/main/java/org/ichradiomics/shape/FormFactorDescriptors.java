package org.ichradiomics.shape;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Counterpart.unlike;
import static org.ichradiomics.feature.Source.CHOSEN;
import static org.ichradiomics.feature.Source.DOCUMENTED;
import static org.ichradiomics.feature.Vocabulary.IBSI;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/**
 * The nine form-factor formulas of the AK catalogue. V is the volume in mm³, A the surface area in mm². Some are not
 * what the textbooks say, but what the published values of the vendor kit show: the exponent in {@code Compactness1},
 * cm³ in {@code SurfaceVolumeRatio}, voxels in {@code Maximum3DDiameter}.
 */
public final class FormFactorDescriptors {

    private static final String VOXELS = "V counts voxels, where theirs is that of the mesh";
    private static final String OTHER_TRIANGLES = "other triangles, within 1 %";
    private static final String CENTRES = "between voxel centres in voxels, not between mesh vertices in mm";

    public static final List<Descriptor<FormFactor>> ALL = List.of(
            new Descriptor<>(
                    "Sphericity",
                    "π^(1/3) (6 V)^(2/3) / A",
                    "1",
                    DOCUMENTED,
                    f -> StrictMath.cbrt(Math.PI) * square(StrictMath.cbrt(6 * f.volume())) / f.surface(),
                    unlike(IBSI, "QCFX", VOXELS),
                    unlike(PYRADIOMICS, "shape_Sphericity", VOXELS)),
            new Descriptor<>(
                    "SurfaceArea",
                    "A, marching cubes of the mask at 0.5",
                    "mm²",
                    CHOSEN,
                    FormFactor::surface,
                    same(IBSI, "C0JK", OTHER_TRIANGLES),
                    same(PYRADIOMICS, "shape_SurfaceArea", OTHER_TRIANGLES)),
            new Descriptor<>(
                    "VolumeCC",
                    "V / 1000",
                    "cm³",
                    DOCUMENTED,
                    f -> f.volume() / 1000,
                    same(IBSI, "YEKZ", "÷ 1000"),
                    same(PYRADIOMICS, "shape_VoxelVolume", "÷ 1000")),
            new Descriptor<>(
                    "VolumeMM",
                    "V = N · sx · sy · sz",
                    "mm³",
                    DOCUMENTED,
                    FormFactor::volume,
                    same(IBSI, "YEKZ"),
                    same(PYRADIOMICS, "shape_VoxelVolume")),
            new Descriptor<>(
                    "SurfaceVolumeRatio",
                    "A / VolumeCC",
                    "mm²/cm³",
                    DOCUMENTED,
                    f -> f.surface() / (f.volume() / 1000),
                    unlike(IBSI, "2PR5", "in mm²/cm³; " + VOXELS),
                    unlike(PYRADIOMICS, "shape_SurfaceVolumeRatio", "in mm²/cm³; " + VOXELS)),
            new Descriptor<>(
                    "Maximum3DDiameter",
                    "max √(Δx² + Δy² + Δz²) between voxel centres, in voxels",
                    "voxels",
                    DOCUMENTED,
                    FormFactor::diameter,
                    unlike(IBSI, "L0JK", CENTRES),
                    unlike(PYRADIOMICS, "shape_Maximum3DDiameter", CENTRES)),
            new Descriptor<>(
                    "Compactness1",
                    "V / (√π A^1.5)",
                    "1",
                    DOCUMENTED,
                    f -> f.volume() / (Math.sqrt(Math.PI) * f.surface() * Math.sqrt(f.surface())),
                    unlike(IBSI, "SKGS", VOXELS),
                    unlike(PYRADIOMICS, "shape_Compactness1", VOXELS)),
            new Descriptor<>(
                    "Compactness2",
                    "36 π V² / A³",
                    "1",
                    DOCUMENTED,
                    f -> 36 * Math.PI * square(f.volume()) / (f.surface() * square(f.surface())),
                    unlike(IBSI, "BQWJ", VOXELS),
                    unlike(PYRADIOMICS, "shape_Compactness2", VOXELS)),
            new Descriptor<>(
                    "SphericalDisproportion",
                    "A / (4 π (3 V / (4 π))^(2/3))",
                    "1",
                    DOCUMENTED,
                    f -> f.surface() / (4 * Math.PI * square(StrictMath.cbrt(3 * f.volume() / (4 * Math.PI)))),
                    unlike(IBSI, "KRCK", VOXELS),
                    unlike(PYRADIOMICS, "shape_SphericalDisproportion", VOXELS)));

    private FormFactorDescriptors() {}

    private static double square(double x) {
        return x * x;
    }
}
