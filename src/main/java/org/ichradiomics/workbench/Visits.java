package org.ichradiomics.workbench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import ij.ImagePlus;

import org.ichradiomics.text.InvalidInputException;

/**
 * The scans of the case on the workbench, each drawn on and kept by itself. What is said of the case belongs to the
 * first one.
 *
 * @param first empty: there is no case
 * @param later a follow-up; empty without one
 * @param isLater whether the follow-up is the one that is drawn on
 */
record Visits(Optional<OpenCase> first, Optional<OpenCase> later, boolean isLater) {

    static final Visits NONE = new Visits(Optional.empty(), Optional.empty(), false);

    static Visits of(OpenCase first) {
        return new Visits(Optional.of(first), Optional.empty(), false);
    }

    Visits with(OpenCase followUp) {
        return new Visits(first, Optional.of(followUp), true);
    }

    /** The same, the other one being drawn on, where there is one. */
    Visits at(boolean followUp) {
        return new Visits(first, later, followUp && later.isPresent());
    }

    /** The one that is drawn on. */
    Optional<OpenCase> now() {
        return isLater ? later : first;
    }

    List<OpenCase> all() {
        return Stream.of(first, later).flatMap(Optional::stream).toList();
    }

    /** The one of an image. */
    Optional<OpenCase> of(ImagePlus image) {
        return all().stream().filter(one -> one.image() == image).findFirst();
    }

    /** Those that stay when an image is closed: without the first scan there is no case. */
    Visits without(OpenCase closed) {
        return first.filter(one -> one == closed).isPresent() ? NONE : new Visits(first, Optional.empty(), false);
    }

    /** Ends the work on all of them; what is not on disk yet is written first. */
    void close() throws InvalidInputException {
        for (OpenCase one : all()) one.close();
    }

    /** Closes their images. */
    void closeImages() {
        for (OpenCase one : all()) {
            one.image().changes = false;
            one.image().close();
        }
    }
}
