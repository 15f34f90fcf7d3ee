package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tables 3 and S3 of Zhan et al. 2020, and the comparisons of areas in its text. */
class PublishedStudyTest {

    private static final Subset MIDDLE = new Subset("vol5_30", "5–30 mL", new int[0]);

    @Test
    void theModels() {
        assertEquals(
                List.of(
                        new StudyPlan.Model("train", false, List.of("ivh", "black_hole", "rscore")),
                        new StudyPlan.Model(
                                "test", false, List.of("age", "black_hole", "blend", "onset_to_ct_h", "rscore")),
                        new StudyPlan.Model(
                                "vol3_10", false, List.of("blend", "volume_ml", "gcs", "rscore", "black_hole")),
                        new StudyPlan.Model("vol3_10", true, List.of("gcs", "rscore", "deep", "black_hole", "island"))),
                PublishedStudy.models(Optional.empty()));
    }

    /** Where the limits of the subgroups are others, its models are of the middle one all the same. */
    @Test
    void theModelsOfOtherLimits() {
        assertEquals(
                List.of("train", "test", "vol5_30", "vol5_30"),
                PublishedStudy.models(Optional.of(MIDDLE)).stream()
                        .map(StudyPlan.Model::subset)
                        .toList());
    }

    @Test
    void theRivals() {
        assertEquals(
                List.of(new StudyPlan.Rival("train", "volume_ml", true), new StudyPlan.Rival("all", "gcs", true)),
                PublishedStudy.rivals());
    }

    /** What a plan leaves out is as in the paper, but for its second outcome, its models and its rivals. */
    @Test
    void theDefaultsAreThoseOfThePaper() {
        StudyPlan paper = PublishedStudy.plan();
        StudyPlan usual = StudyPlan.of(paper.name(), OutcomeRule.EXPANSION);
        assertEquals(OutcomeRule.poor("gos"), paper.second().orElseThrow());
        assertEquals(
                Stream.of(usual.split(), usual.subgroups(), usual.filter(), usual.lasso(), usual.outcome())
                        .toList(),
                Stream.of(paper.split(), paper.subgroups(), paper.filter(), paper.lasso(), paper.outcome())
                        .toList());
    }
}
