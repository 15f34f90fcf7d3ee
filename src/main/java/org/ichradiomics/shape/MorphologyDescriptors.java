package org.ichradiomics.shape;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.feature.Source;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Counterpart.unlike;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

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

    public static final List<IbsiDescriptor<Morphology>> ALL = List.of(
            new IbsiDescriptor<>(
                    "RNU0",
                    "morph_volume",
                    "Volume (mesh)",
                    "V = |Σ a·(b × c)| / 6 over the faces of the mesh",
                    "mm³",
                    Morphology::v,
                    same(PYRADIOMICS, "shape_MeshVolume")),
            new IbsiDescriptor<>(
                    "YEKZ",
                    "morph_vol_approx",
                    "Volume (voxel counting)",
                    "N_M · sx · sy · sz",
                    "mm³",
                    m -> m.mask().volume(),
                    same(PYRADIOMICS, "shape_VoxelVolume")),
            new IbsiDescriptor<>(
                    "C0JK",
                    "morph_area_mesh",
                    "Surface area (mesh)",
                    "A = Σ |(b − a) × (c − a)| / 2",
                    "mm²",
                    Morphology::a,
                    same(PYRADIOMICS, "shape_SurfaceArea", AMBIGUOUS)),
            new IbsiDescriptor<>(
                    "2PR5",
                    "morph_av",
                    "Surface to volume ratio",
                    "A / V",
                    "1/mm",
                    m -> m.a() / m.v(),
                    same(PYRADIOMICS, "shape_SurfaceVolumeRatio", AMBIGUOUS)),
            new IbsiDescriptor<>(
                    "SKGS",
                    "morph_comp_1",
                    "Compactness 1",
                    "V / (√π A^1.5)",
                    "1",
                    m -> m.v() / (Math.sqrt(Math.PI) * m.a() * Math.sqrt(m.a())),
                    same(PYRADIOMICS, "shape_Compactness1", AMBIGUOUS)),
            new IbsiDescriptor<>(
                    "BQWJ",
                    "morph_comp_2",
                    "Compactness 2",
                    "36 π V² / A³",
                    "1",
                    m -> 36 * Math.PI * m.v() * m.v() / (m.a() * m.a() * m.a()),
                    same(PYRADIOMICS, "shape_Compactness2", AMBIGUOUS)),
            new IbsiDescriptor<>(
                    "KRCK",
                    "morph_sph_dispr",
                    "Spherical disproportion",
                    "A / (36 π V²)^(1/3)",
                    "1",
                    m -> m.a() / m.sphere(),
                    same(PYRADIOMICS, "shape_SphericalDisproportion", AMBIGUOUS)),
            new IbsiDescriptor<>(
                    "QCFX",
                    "morph_sphericity",
                    "Sphericity",
                    "(36 π V²)^(1/3) / A",
                    "1",
                    m -> m.sphere() / m.a(),
                    same(PYRADIOMICS, "shape_Sphericity", AMBIGUOUS)),
            new IbsiDescriptor<>(
                    "25C7",
                    "morph_asphericity",
                    "Asphericity",
                    "(A³ / (36 π V²))^(1/3) − 1",
                    "1",
                    m -> m.a() / m.sphere() - 1),
            new IbsiDescriptor<>(
                    "KLMA",
                    "morph_com",
                    "Centre of mass shift",
                    "|Σ_M p / N_M − Σ_R x p / Σ_R x|",
                    "mm",
                    Morphology::massShift),
            new IbsiDescriptor<>(
                    "L0JK",
                    "morph_diam",
                    "Maximum 3D diameter",
                    "largest distance between two vertices of the mesh",
                    "mm",
                    m -> m.hull().diameter(),
                    same(PYRADIOMICS, "shape_Maximum3DDiameter")),
            new IbsiDescriptor<>(
                    "TDIC",
                    "morph_pca_maj_axis",
                    "Major axis length",
                    "4 √λ₁, covariance with N − 1",
                    "mm",
                    m -> m.axes().majorLength(),
                    unlike(PYRADIOMICS, "shape_MajorAxisLength", N_LESS_1)),
            new IbsiDescriptor<>(
                    "P9VJ",
                    "morph_pca_min_axis",
                    "Minor axis length",
                    "4 √λ₂, covariance with N − 1",
                    "mm",
                    m -> m.axes().minorLength(),
                    unlike(PYRADIOMICS, "shape_MinorAxisLength", N_LESS_1)),
            new IbsiDescriptor<>(
                    "7J51",
                    "morph_pca_least_axis",
                    "Least axis length",
                    "4 √λ₃, covariance with N − 1",
                    "mm",
                    m -> m.axes().leastLength(),
                    unlike(PYRADIOMICS, "shape_LeastAxisLength", N_LESS_1)),
            new IbsiDescriptor<>(
                    "Q3CK",
                    "morph_pca_elongation",
                    "Elongation",
                    "√(λ₂ / λ₁)",
                    "1",
                    m -> Math.sqrt(m.axes().minor() / m.axes().major()),
                    same(PYRADIOMICS, "shape_Elongation")),
            new IbsiDescriptor<>(
                    "N17B",
                    "morph_pca_flatness",
                    "Flatness",
                    "√(λ₃ / λ₁)",
                    "1",
                    m -> Math.sqrt(m.axes().least() / m.axes().major()),
                    same(PYRADIOMICS, "shape_Flatness")),
            new IbsiDescriptor<>(
                    "PBX1",
                    "morph_vol_dens_aabb",
                    "Volume density (axis-aligned bounding box)",
                    "V / (ex ey ez), e the extent of the mesh",
                    "1",
                    m -> m.v()
                            / (m.mesh().extent(0)
                                    * m.mesh().extent(1)
                                    * m.mesh().extent(2))),
            new IbsiDescriptor<>(
                    "R59B",
                    "morph_area_dens_aabb",
                    "Area density (axis-aligned bounding box)",
                    "A / (2 (ex ey + ey ez + ez ex))",
                    "1",
                    m -> m.a() / m.boxArea()),
            new IbsiDescriptor<>(
                    "ZH1A",
                    "morph_vol_dens_ombb",
                    "Volume density (oriented minimum bounding box)",
                    "V / V_box, the smallest box on a side of the convex hull",
                    "1",
                    Source.IBSI_NOT_STANDARDISED,
                    m -> m.v() / m.box().volume()),
            new IbsiDescriptor<>(
                    "IQYR",
                    "morph_area_dens_ombb",
                    "Area density (oriented minimum bounding box)",
                    "A / A_box, the smallest box on a side of the convex hull",
                    "1",
                    Source.IBSI_NOT_STANDARDISED,
                    m -> m.a() / m.box().area()),
            new IbsiDescriptor<>(
                    "6BDE",
                    "morph_vol_dens_aee",
                    "Volume density (approximate enclosing ellipsoid)",
                    "3 V / (4 π a b c), semi-axes 2 √λ",
                    "1",
                    m -> m.v() / m.axes().ellipsoid().volume()),
            new IbsiDescriptor<>(
                    "RDD2",
                    "morph_area_dens_aee",
                    "Area density (approximate enclosing ellipsoid)",
                    "A / (4 π a b Σ_{v=0..20} (αβ)^v / (1 − 4v²) P_v((α² + β²) / (2αβ))), α² = 1 − b²/a², β² = 1 − "
                            + "c²/a²",
                    "1",
                    m -> m.a() / m.axes().ellipsoid().area()),
            new IbsiDescriptor<>(
                    "SWZ1",
                    "morph_vol_dens_mvee",
                    "Volume density (minimum volume enclosing ellipsoid)",
                    "V / V_mvee (Khachiyan, 0.001)",
                    "1",
                    Source.IBSI_NOT_STANDARDISED,
                    m -> m.v() / m.enclosing().volume()),
            new IbsiDescriptor<>(
                    "BRI8",
                    "morph_area_dens_mvee",
                    "Area density (minimum volume enclosing ellipsoid)",
                    "A / A_mvee (Khachiyan, 0.001), A_mvee by the series of RDD2",
                    "1",
                    Source.IBSI_NOT_STANDARDISED,
                    m -> m.a() / m.enclosing().area()),
            new IbsiDescriptor<>(
                    "R3ER",
                    "morph_vol_dens_conv_hull",
                    "Volume density (convex hull)",
                    "V / V_hull",
                    "1",
                    m -> m.v() / m.hull().volume()),
            new IbsiDescriptor<>(
                    "7T7F",
                    "morph_area_dens_conv_hull",
                    "Area density (convex hull)",
                    "A / A_hull",
                    "1",
                    m -> m.a() / m.hull().area()),
            new IbsiDescriptor<>(
                    "99N0",
                    "morph_integ_int",
                    "Integrated intensity",
                    "V · mean of x",
                    "HU mm³",
                    m -> m.v() * m.intensities().mean()),
            new IbsiDescriptor<>(
                    "N365",
                    "morph_moran_i",
                    "Moran's I index",
                    "N/W Σ_{k≠l} w_kl (x_k − μ)(x_l − μ) / Σ (x_k − μ)², w_kl = 1/distance, W = Σ_{k≠l} w_kl",
                    "1",
                    m -> m.correlation().moran()),
            new IbsiDescriptor<>(
                    "NPT7",
                    "morph_geary_c",
                    "Geary's C measure",
                    "(N − 1)/(2W) Σ_{k≠l} w_kl (x_k − x_l)² / Σ (x_k − μ)²",
                    "1",
                    m -> m.correlation().geary()));

    private MorphologyDescriptors() {}
}
