package org.ichradiomics.texture;

import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.IbsiDescriptor;

/**
 * The formulas that run-length, size-zone, distance-zone and dependence matrices share. s(i, j) are the cells, Ns their
 * sum, Nv the number of voxels, p = s / Ns; what j is, each family says. NaN without entries.
 */
enum CountFormula {
    LOW_MEASURE("Σ s(i, j) / j² / Ns", m -> m.mean((i, j) -> 1 / (j * j))),
    HIGH_MEASURE("Σ j² s(i, j) / Ns", m -> m.mean((i, j) -> j * j)),
    LOW_LEVEL("Σ s(i, j) / i² / Ns", m -> m.mean((i, j) -> 1 / (i * i))),
    HIGH_LEVEL("Σ i² s(i, j) / Ns", m -> m.mean((i, j) -> i * i)),
    LOW_MEASURE_LOW_LEVEL("Σ s(i, j) / (i² j²) / Ns", m -> m.mean((i, j) -> 1 / (i * i * j * j))),
    LOW_MEASURE_HIGH_LEVEL("Σ i² s(i, j) / j² / Ns", m -> m.mean((i, j) -> i * i / (j * j))),
    HIGH_MEASURE_LOW_LEVEL("Σ j² s(i, j) / i² / Ns", m -> m.mean((i, j) -> j * j / (i * i))),
    HIGH_MEASURE_HIGH_LEVEL("Σ i² j² s(i, j) / Ns", m -> m.mean((i, j) -> i * i * j * j)),
    LEVEL_NONUNIFORMITY("Σᵢ (Σⱼ s(i, j))² / Ns", m -> m.squaresOfRows() / m.total()),
    LEVEL_NONUNIFORMITY_NORMALISED("Σᵢ (Σⱼ s(i, j))² / Ns²", m -> m.squaresOfRows() / m.total() / m.total()),
    MEASURE_NONUNIFORMITY("Σⱼ (Σᵢ s(i, j))² / Ns", m -> m.squaresOfColumns() / m.total()),
    MEASURE_NONUNIFORMITY_NORMALISED("Σⱼ (Σᵢ s(i, j))² / Ns²", m -> m.squaresOfColumns() / m.total() / m.total()),
    PERCENTAGE("Ns / Nv; Nv counts a voxel once for each matrix merged", m -> (double) m.total() / m.voxels()),
    LEVEL_VARIANCE("Σ (i − μ)² p(i, j), μ = Σ i p(i, j)", m -> m.variance((i, j) -> i)),
    MEASURE_VARIANCE("Σ (j − μ)² p(i, j), μ = Σ j p(i, j)", m -> m.variance((i, j) -> j)),
    ENTROPY("−Σ p(i, j) log₂ p(i, j)", "bit", CountMatrix::entropy),
    ENERGY("Σ p(i, j)²", CountMatrix::energy);

    private final String text;
    private final String unit;
    private final ToDoubleFunction<CountMatrix> value;

    CountFormula(String text, ToDoubleFunction<CountMatrix> value) {
        this(text, "1", value);
    }

    CountFormula(String text, String unit, ToDoubleFunction<CountMatrix> value) {
        this.text = text;
        this.unit = unit;
        this.value = value;
    }

    /** The formula under the names that it has in one family. */
    IbsiDescriptor<CountMatrix> named(String id, String tag, String title, Counterpart... counterparts) {
        return new IbsiDescriptor<>(id, tag, title, text, unit, value, counterparts);
    }
}
