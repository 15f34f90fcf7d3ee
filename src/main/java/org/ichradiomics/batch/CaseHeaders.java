package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Words;

/**
 * What the headers of one case tell.
 *
 * @param voxels of its largest scan; 0 if none can be read
 * @param problems for which it would fail, a line each
 * @param warnings everything else that the user should know
 */
record CaseHeaders(long voxels, List<String> problems, List<String> warnings) {

    static CaseHeaders of(BatchCase one, Placement placement, GivenSpacing spacing, CaseFiles files, Words words) {
        return new Reading(one, placement, spacing, files, words).headers();
    }

    private static final class Reading {

        private final BatchCase one;
        private final Placement placement;
        private final GivenSpacing spacing;
        private final CaseFiles files;
        private final Words words;
        private final List<String> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private long voxels;

        Reading(BatchCase one, Placement placement, GivenSpacing spacing, CaseFiles files, Words words) {
            this.one = one;
            this.placement = placement;
            this.spacing = spacing;
            this.files = files;
            this.words = words;
        }

        CaseHeaders headers() {
            if (one.problem().isPresent()) {
                problems.add(one.id() + ": " + one.problem().get().in(words));
            } else {
                pair(ListColumn.IMAGE, ListColumn.MASK);
                if (one.hasFollowup()) pair(ListColumn.FOLLOWUP, ListColumn.FOLLOWUP_MASK);
            }
            return new CaseHeaders(voxels, problems, warnings);
        }

        private void pair(ListColumn imageColumn, ListColumn maskColumn) {
            Optional<Header> scan = tried(() -> Optional.of(files.header(CaseRunner.existing(one, imageColumn))));
            if (scan.isPresent()) {
                voxels = Math.max(voxels, scan.get().geometry().voxels());
                scan.get().warnings().forEach(warning -> warnings.add(one.id() + ": " + warning));
                tried(() -> {
                    scan.get().requireSpacing(spacing);
                    return Optional.empty();
                });
            }
            tried(() -> {
                files.requireFits(CaseRunner.existing(one, maskColumn), scan, placement);
                return Optional.empty();
            });
        }

        private interface Trial {
            Optional<Header> outcome() throws InvalidInputException;
        }

        private Optional<Header> tried(Trial trial) {
            try {
                return trial.outcome();
            } catch (InvalidInputException e) {
                problems.add(one.id() + ": " + e.in(words));
                return Optional.empty();
            }
        }
    }
}
