package org.ichradiomics.clinical;

import java.util.List;

import org.ichradiomics.text.Key;

/**
 * What was seen in the original cohort, by score.
 *
 * @param column its name in tables
 * @param title in words
 * @param unit % or empty
 * @param byScore from 0 points on, as printed; empty where nothing is published
 */
public record Outcome(
        String column,
        String title,
        String unit,
        @Key(cells = true) List<String> byScore) {

    public Outcome {
        byScore = List.copyOf(byScore);
    }

    /** As printed; empty where nothing is published. */
    public String of(int score) {
        return byScore.get(score);
    }
}
