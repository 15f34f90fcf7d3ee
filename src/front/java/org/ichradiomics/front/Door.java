package org.ichradiomics.front;

import java.util.List;
import java.util.Map;

import ij.ImagePlus;

/** What is behind the front, and needs a newer Java. */
public interface Door {

    /**
     * Does a task, and shows what goes wrong as one sentence.
     *
     * @param task its name
     * @param image the one on which it works, if it does; null: the current one
     * @param given options by key; empty: a macro says them, or whoever is at the screen is asked
     * @param told takes the sentence before the user sees it
     * @return what {@code call(...)} answers; null if it came to no end
     */
    String open(String task, ImagePlus image, Map<String, String> given, List<String> told);
}
