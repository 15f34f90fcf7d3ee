package org.ichradiomics.imagej;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks for options that hang on what others say. */
public interface OptionAsker {

    /**
     * Asks for all of them at once; they are recorded as the task's.
     *
     * @param title of the window
     * @param message above the fields
     * @param shown what stands below them, by what is entered
     * @return key → what was entered; empty where nobody is
     * @throws java.util.concurrent.CancellationException if somebody does not want to say it
     */
    default Map<String, String> ask(
            String title, String message, List<Option> fields, Function<Map<String, String>, String> shown) {
        return Map.of();
    }
}
