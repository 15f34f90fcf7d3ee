package org.ichradiomics.shape;

import static org.ichradiomics.feature.Source.CHOSEN;
import static org.ichradiomics.feature.Source.DOCUMENTED;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

/**
 * The nine form-factor formulas of the AK catalogue. V is the volume in mm³, A the surface area in mm². Some are not what the
 * textbooks say, but what the published values of the vendor kit show: the exponent in {@code Compactness1}, cm³ in
 * {@code SurfaceVolumeRatio}, voxels in {@code Maximum3DDiameter}.
 */
public final class FormFactorDescriptors {

    public static final List<Descriptor<FormFactor>> ALL = List.of(
            new Descriptor<>("Sphericity", "π^(1/3) (6 V)^(2/3) / A", "1", DOCUMENTED,
                    f -> StrictMath.cbrt(Math.PI) * square(StrictMath.cbrt(6 * f.volume())) / f.surface()),
            new Descriptor<>("SurfaceArea", "A, marching cubes of the mask at 0.5", "mm²", CHOSEN,
                    FormFactor::surface),
            new Descriptor<>("VolumeCC", "V / 1000", "cm³", DOCUMENTED,
                    f -> f.volume() / 1000),
            new Descriptor<>("VolumeMM", "V = N · sx · sy · sz", "mm³", DOCUMENTED,
                    FormFactor::volume),
            new Descriptor<>("SurfaceVolumeRatio", "A / VolumeCC", "mm²/cm³", DOCUMENTED,
                    f -> f.surface() / (f.volume() / 1000)),
            new Descriptor<>("Maximum3DDiameter", "max √(Δx² + Δy² + Δz²) between voxel centres, in voxels", "voxels", DOCUMENTED,
                    FormFactor::diameter),
            new Descriptor<>("Compactness1", "V / (√π A^1.5)", "1", DOCUMENTED,
                    f -> f.volume() / (Math.sqrt(Math.PI) * f.surface() * Math.sqrt(f.surface()))),
            new Descriptor<>("Compactness2", "36 π V² / A³", "1", DOCUMENTED,
                    f -> 36 * Math.PI * square(f.volume()) / (f.surface() * square(f.surface()))),
            new Descriptor<>("SphericalDisproportion", "A / (4 π (3 V / (4 π))^(2/3))", "1", DOCUMENTED,
                    f -> f.surface() / (4 * Math.PI * square(StrictMath.cbrt(3 * f.volume() / (4 * Math.PI))))));

    private FormFactorDescriptors() {
    }

    private static double square(double x) {
        return x * x;
    }
}
