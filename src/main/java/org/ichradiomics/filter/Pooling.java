package org.ichradiomics.filter;

/** What becomes of the responses to a filter in several orientations, voxel by voxel. */
public enum Pooling {
    MAX("max", Double.NEGATIVE_INFINITY) {
        @Override
        void add(double[] response, int times, double[] pooled) {
            for (int i = 0; i < pooled.length; i++) pooled[i] = Math.max(pooled[i], response[i]);
        }

        @Override
        void finish(int count, double[] pooled) {
            // The largest of all is the answer.
        }
    },

    MEAN("mean", 0) {
        @Override
        void add(double[] response, int times, double[] pooled) {
            for (int i = 0; i < pooled.length; i++) pooled[i] += times * response[i];
        }

        @Override
        void finish(int count, double[] pooled) {
            for (int i = 0; i < pooled.length; i++) pooled[i] /= count;
        }
    };

    private final String text;
    private final double start;

    Pooling(String text, double start) {
        this.text = text;
        this.start = start;
    }

    /** As in settings files and names of columns. */
    public String text() {
        return text;
    }

    /** What a voxel holds before the first response. */
    final double start() {
        return start;
    }

    /** Adds a response that {@code times} orientations share. */
    abstract void add(double[] response, int times, double[] pooled);

    /** @param count of all orientations */
    abstract void finish(int count, double[] pooled);
}
