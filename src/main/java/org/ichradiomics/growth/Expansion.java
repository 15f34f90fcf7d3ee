package org.ichradiomics.growth;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two scans of one haematoma.
 *
 * @param haematoma its growth; it has at least one voxel before, and may be gone after
 * @param ivh the growth of the intraventricular blood, either end of which may be none; empty if it was not measured
 * @param hours between the scans; empty if not known
 * @param operated whether the haematoma was operated between the scans: then no definition can be judged
 */
public record Expansion(Growth haematoma, Optional<Growth> ivh, OptionalDouble hours, boolean operated) {

    /** @throws IllegalArgumentException if there is no haematoma before, or the hours are not positive */
    public Expansion {
        if (haematoma.before().voxels() == 0) throw new IllegalArgumentException("the baseline must hold a haematoma");
        if (hours.isPresent() && !(hours.getAsDouble() > 0 && hours.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("hours must be a positive number, was " + hours.getAsDouble());
        }
    }

    /** Of a haematoma, with nothing else known. */
    public static Expansion of(VoxelVolume baseline, VoxelVolume followUp) {
        return new Expansion(new Growth(baseline, followUp), Optional.empty(), OptionalDouble.empty(), false);
    }

    /** The same with what bled into the ventricles, at both times. */
    public Expansion withIvh(VoxelVolume baseline, VoxelVolume followUp) {
        return new Expansion(haematoma, Optional.of(new Growth(baseline, followUp)), hours, operated);
    }

    /** @throws IllegalArgumentException unless the hours are a positive number */
    public Expansion withHours(double hours) {
        return new Expansion(haematoma, ivh, OptionalDouble.of(hours), operated);
    }

    /** The same of a haematoma that was operated on between the scans. */
    public Expansion afterSurgery() {
        return new Expansion(haematoma, ivh, hours, true);
    }

    /** Growth of the haematoma in mL/h; empty if the hours are not known. */
    public OptionalDouble millilitresPerHour() {
        return hours.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(haematoma.millilitres() / hours.getAsDouble());
    }

    /** The smallest change that both scans can show: one voxel of the coarser one, mL. */
    public double smallestChange() {
        return Math.max(
                        haematoma.before().spacing().voxelVolume(),
                        haematoma.after().spacing().voxelVolume())
                / 1000;
    }
}
