package org.ichradiomics.cli;

import java.util.Map;
import java.util.Set;

import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Words;

/**
 * The words of the command line: {@code run_distance=90} is {@code --run-distance=90}, {@code overwrite=yes} is
 * {@code --overwrite}.
 */
enum OptionWords implements Words {
    INSTANCE;

    /** Keys whose option bears another name. */
    private static final Map<String, String> NAMES = Map.of(
            "label",
            "mask-label",
            "maskpath",
            "mask",
            "roi_path",
            "mask",
            "baseline_mask",
            "mask",
            "baseline_label",
            "mask-label",
            "followup_label",
            "followup-mask-label",
            "baseline_spacing",
            "spacing");

    /** Keys whose values are options of their own. */
    private static final Set<String> FLAGS = Set.of("resume=yes", "resume=recompute", "overwrite=yes", "check=yes");

    @Override
    public String of(Setting setting) {
        if (FLAGS.contains(setting.toString()))
            return "--" + (setting.value().equals("yes") ? setting.key() : setting.value());
        String option = "--" + NAMES.getOrDefault(setting.key(), setting.key().replace('_', '-'));
        if (setting.value().isEmpty()) return option;
        return option + "=" + (setting.value().matches("\\S+") ? setting.value() : '"' + setting.value() + '"');
    }

    @Override
    public String of(Mend mend) {
        return switch (mend) {
            case MEMORY -> "give Java more memory, as in java -Xmx4g -jar ...";
            case IMAGE_PROPERTIES -> "";
        };
    }
}
