package org.ichradiomics.shape;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.named;
import static org.ichradiomics.feature.IbsiDescriptor.same;
import static org.ichradiomics.feature.IbsiDescriptor.unlike;
import static org.ichradiomics.feature.IbsiDescriptor.unstandardised;

/**
 * The 29 morphological formulas of IBSI 1 (HCUG). V and A are the volume and area of the mesh around the morphological
 * mask M, p the centres of M's voxels in mm with covariance eigenvalues λ₁ ≥ λ₂ ≥ λ₃, x the intensities of the
 * intensity mask R.
 */
public final class MorphologyDescriptors {

    /**
     * Where a face of a cube is ambiguous PyRadiomics joins its edges the other way; elsewhere the surfaces are the
     * same.
     */
    private static final String AMBIGUOUS = "with ambiguous cubes within 1 %";

    private static final String N_LESS_1 = "covariance with N − 1, not N";

    /** Of the mesh alone, its volume and area. */
    public static final List<IbsiDescriptor<Morphology>> MESH = List.of(
            named("RNU0", "morph_volume", "Volume (mesh)", same("shape_MeshVolume"))
                    .is("V = |Σ a·(b × c)| / 6 over the faces of the mesh", "mm³", Morphology::v),
            named("YEKZ", "morph_vol_approx", "Volume (voxel counting)", same("shape_VoxelVolume"))
                    .is("N_M · sx · sy · sz", "mm³", m -> m.mask().volume()),
            named("C0JK", "morph_area_mesh", "Surface area (mesh)", same("shape_SurfaceArea", AMBIGUOUS))
                    .is("A = Σ |(b − a) × (c − a)| / 2", "mm²", Morphology::a),
            named("2PR5", "morph_av", "Surface to volume ratio", same("shape_SurfaceVolumeRatio", AMBIGUOUS))
                    .is("A / V", "1/mm", m -> m.a() / m.v()),
            named("SKGS", "morph_comp_1", "Compactness 1", same("shape_Compactness1", AMBIGUOUS))
                    .is("V / (√π A^1.5)", "1", m -> m.v() / (Math.sqrt(Math.PI) * m.a() * Math.sqrt(m.a()))),
            named("BQWJ", "morph_comp_2", "Compactness 2", same("shape_Compactness2", AMBIGUOUS))
                    .is("36 π V² / A³", "1", m -> 36 * Math.PI * m.v() * m.v() / (m.a() * m.a() * m.a())),
            named("KRCK", "morph_sph_dispr", "Spherical disproportion", same("shape_SphericalDisproportion", AMBIGUOUS))
                    .is("A / (36 π V²)^(1/3)", "1", m -> m.a() / m.sphere()),
            named("QCFX", "morph_sphericity", "Sphericity", same("shape_Sphericity", AMBIGUOUS))
                    .is("(36 π V²)^(1/3) / A", "1", m -> m.sphere() / m.a()),
            named("25C7", "morph_asphericity", "Asphericity")
                    .is("(A³ / (36 π V²))^(1/3) − 1", "1", m -> m.a() / m.sphere() - 1));

    private static final List<IbsiDescriptor<Morphology>> PLACE = List.of(
            named("KLMA", "morph_com", "Centre of mass shift")
                    .is("|Σ_M p / N_M − Σ_R x p / Σ_R x|", "mm", Morphology::massShift),
            named("L0JK", "morph_diam", "Maximum 3D diameter", same("shape_Maximum3DDiameter"))
                    .is(
                            "largest distance between two vertices of the mesh",
                            "mm",
                            m -> m.hull().diameter()));

    /** Of the covariance of M's places. */
    public static final List<IbsiDescriptor<Morphology>> AXES = List.of(
            named("TDIC", "morph_pca_maj_axis", "Major axis length", unlike("shape_MajorAxisLength", N_LESS_1))
                    .is("4 √λ₁, covariance with N − 1", "mm", axes(PrincipalAxes::majorLength)),
            named("P9VJ", "morph_pca_min_axis", "Minor axis length", unlike("shape_MinorAxisLength", N_LESS_1))
                    .is("4 √λ₂, covariance with N − 1", "mm", axes(PrincipalAxes::minorLength)),
            named("7J51", "morph_pca_least_axis", "Least axis length", unlike("shape_LeastAxisLength", N_LESS_1))
                    .is("4 √λ₃, covariance with N − 1", "mm", axes(PrincipalAxes::leastLength)),
            named("Q3CK", "morph_pca_elongation", "Elongation", same("shape_Elongation"))
                    .is("√(λ₂ / λ₁)", "1", axes(a -> Math.sqrt(a.minor() / a.major()))),
            named("N17B", "morph_pca_flatness", "Flatness", same("shape_Flatness"))
                    .is("√(λ₃ / λ₁)", "1", axes(a -> Math.sqrt(a.least() / a.major()))));

    private static final List<IbsiDescriptor<Morphology>> DENSITY = List.of(
            named("PBX1", "morph_vol_dens_aabb", "Volume density (axis-aligned bounding box)")
                    .is("V / (ex ey ez), e the extent of the mesh", "1", volumeIn(Morphology::alignedBox)),
            named("R59B", "morph_area_dens_aabb", "Area density (axis-aligned bounding box)")
                    .is("A / (2 (ex ey + ey ez + ez ex))", "1", areaIn(Morphology::alignedBox)),
            unstandardised("ZH1A", "morph_vol_dens_ombb", "Volume density (oriented minimum bounding box)")
                    .is("V / V_box, the smallest box on a side of the convex hull", "1", volumeIn(Morphology::box)),
            unstandardised("IQYR", "morph_area_dens_ombb", "Area density (oriented minimum bounding box)")
                    .is("A / A_box, the smallest box on a side of the convex hull", "1", areaIn(Morphology::box)),
            named("6BDE", "morph_vol_dens_aee", "Volume density (approximate enclosing ellipsoid)")
                    .is("3 V / (4 π a b c), semi-axes 2 √λ", "1", volumeIn(Morphology::ellipsoid)),
            named("RDD2", "morph_area_dens_aee", "Area density (approximate enclosing ellipsoid)")
                    .is(
                            "A / (4 π a b Σ_{v=0..20} (αβ)^v / (1 − 4v²) P_v((α² + β²) / (2αβ))), α² = 1 − b²/a², β² ="
                                    + " 1 − c²/a²",
                            "1",
                            areaIn(Morphology::ellipsoid)),
            unstandardised("SWZ1", "morph_vol_dens_mvee", "Volume density (minimum volume enclosing ellipsoid)")
                    .is("V / V_mvee (Khachiyan, 0.001)", "1", volumeIn(Morphology::enclosing)),
            unstandardised("BRI8", "morph_area_dens_mvee", "Area density (minimum volume enclosing ellipsoid)")
                    .is(
                            "A / A_mvee (Khachiyan, 0.001), A_mvee by the series of RDD2",
                            "1",
                            areaIn(Morphology::enclosing)),
            named("R3ER", "morph_vol_dens_conv_hull", "Volume density (convex hull)")
                    .is("V / V_hull", "1", volumeIn(Morphology::hull)),
            named("7T7F", "morph_area_dens_conv_hull", "Area density (convex hull)")
                    .is("A / A_hull", "1", areaIn(Morphology::hull)),
            named("99N0", "morph_integ_int", "Integrated intensity")
                    .is("V · mean of x", "HU mm³", m -> m.v() * m.intensities().mean()),
            named("N365", "morph_moran_i", "Moran's I index")
                    .is(
                            "N/W Σ_{k≠l} w_kl (x_k − μ)(x_l − μ) / Σ (x_k − μ)², w_kl = 1/distance, W = Σ_{k≠l} w_kl",
                            "1",
                            m -> m.correlation().moran()),
            named("NPT7", "morph_geary_c", "Geary's C measure")
                    .is(
                            "(N − 1)/(2W) Σ_{k≠l} w_kl (x_k − x_l)² / Σ (x_k − μ)²",
                            "1",
                            m -> m.correlation().geary()));

    /** In the order of the reference manual. */
    public static final List<IbsiDescriptor<Morphology>> ALL =
            Stream.of(MESH, PLACE, AXES, DENSITY).flatMap(List::stream).toList();

    private MorphologyDescriptors() {}

    private static ToDoubleFunction<Morphology> axes(ToDoubleFunction<PrincipalAxes> value) {
        return m -> value.applyAsDouble(m.axes());
    }

    /** V as a share of the volume of a solid around it. */
    private static ToDoubleFunction<Morphology> volumeIn(Function<Morphology, Solid> solid) {
        return m -> m.v() / solid.apply(m).volume();
    }

    /** A as a share of the area of a solid around it. */
    private static ToDoubleFunction<Morphology> areaIn(Function<Morphology, Solid> solid) {
        return m -> m.a() / solid.apply(m).area();
    }
}
