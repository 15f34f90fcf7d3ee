package org.ichradiomics.imagej.studies;

import java.util.Map;
import java.util.Set;

import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Words;

/**
 * The words where a study is asked for by options: a key of the study file is that option, and what only the file can
 * say is told as such.
 *
 * @param options that there are
 */
record TaskWords(Set<String> options) implements Words {

    private static final Map<String, String> OPTIONS = Map.of(
            "columns.features",
            "columns",
            "inputs.second_reader",
            "reader2",
            "agreement.filter",
            "agreement",
            "univariate.p",
            "p",
            "inputs.features",
            "features");

    @Override
    public String of(FileKey key) {
        String option = OPTIONS.get(key.key());
        return option != null && options.contains(option)
                ? "the option " + option
                : key.key() + " of a " + key.file() + " (Study...)";
    }

    @Override
    public String of(Setting setting) {
        return MenuWords.INSTANCE.of(setting);
    }

    @Override
    public String of(Mend mend) {
        return MenuWords.INSTANCE.of(mend);
    }
}
