package org.ichradiomics.imagej.studies;

import java.util.Map;
import java.util.Set;

import org.ichradiomics.imagej.DialogWords;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Worded;
import org.ichradiomics.text.Words;

/**
 * The words where a study is asked for by options: a key of the study file is that option, and what only the file can
 * say is told as such.
 *
 * @param options that there are
 * @param front whose words they are otherwise
 */
record TaskWords(Set<String> options, Words front) implements Words {

    private static final Map<String, String> OPTIONS = Map.of(
            "columns.features",
            "columns",
            "columns.id",
            "id",
            "columns.baseline_volume",
            "baseline_volume",
            "columns.followup_volume",
            "followup_volume",
            "outcome.event_values",
            "event",
            "inputs.second_reader",
            "reader2",
            "agreement.filter",
            "agreement",
            "univariate.p",
            "p",
            "inputs.features",
            "features",
            "columns.label",
            "label");

    /** A sentence about a study as one about the options by which it is asked for. */
    static Worded of(Worded sentence, Set<String> options) {
        return front -> sentence.in(new TaskWords(options, front));
    }

    @Override
    public String of(FileKey key) {
        String option = OPTIONS.get(key.key());
        if (option == null || !options.contains(option))
            return key.key() + " of a " + key.file() + (isMenu() ? " (Study...)" : "");
        String said = front.of(Setting.of(option));
        return said.equals(option) ? "the option " + option : said;
    }

    private boolean isMenu() {
        return front instanceof MenuWords || front instanceof DialogWords;
    }

    @Override
    public String of(Setting setting) {
        return front.of(setting);
    }

    @Override
    public String toGive(Setting example) {
        return front.toGive(example);
    }

    @Override
    public String of(Mend mend) {
        return front.of(mend);
    }
}
