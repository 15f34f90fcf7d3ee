package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

/** The plan of Zhan et al. 2020, from which a study takes what its own plan leaves open. */
final class PublishedStudy {

    private static final StudyPlan PLAN = SampleStudy.inJar("zhan-2020-study.yml", name -> {
                throw new IllegalStateException("the paper's tables are not in the jar");
            })
            .plan();

    private PublishedStudy() {}

    /** All of it. */
    static StudyPlan plan() {
        return PLAN;
    }

    /** The paper's models, those of its middle volumes in the subset of middle volumes that a study has. */
    static List<StudyPlan.Model> models(Optional<Subset> middle) {
        String theirs = PLAN.subgroups().orElseThrow().middle();
        return PLAN.models().orElseThrow().stream()
                .map(model -> middle.isPresent() && model.subset().equals(theirs)
                        ? new StudyPlan.Model(middle.get().key(), model.second(), model.variables())
                        : model)
                .toList();
    }

    /** The scores against which the paper tests its own. */
    static List<StudyPlan.Rival> rivals() {
        return PLAN.rivals().orElseThrow();
    }
}
