package org.ichradiomics.study;

import java.util.List;

/** Where cases were lost between the tables and the analysis, as a flow chart counts them. */
public record Flow(List<Step> steps) {

    /**
     * One box of the chart.
     *
     * @param what e.g. "cases in the table clinical.csv"
     * @param count of the cases
     * @param ids of those who are left out here; empty where none are
     */
    public record Step(String what, int count, List<String> ids) {

        public Step {
            ids = List.copyOf(ids);
        }

        static Step of(String what, int count) {
            return new Step(what, count, List.of());
        }
    }

    public Flow {
        steps = List.copyOf(steps);
    }
}
