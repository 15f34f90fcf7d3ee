package org.ichradiomics.cli;

import java.util.HashMap;
import java.util.Map;

import org.ichradiomics.imagej.Option;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Words;

/**
 * The words of the command line, as tasks declare them: {@code run_distance=90} is {@code --run-distance=90},
 * {@code overwrite=yes} is {@code --overwrite}.
 */
enum OptionWords implements Words {
    INSTANCE;

    /** Key → option whose name is another. */
    private static final Map<String, String> NAMES = new HashMap<>();

    /** Settings that are options without a value → option. */
    private static final Map<String, String> FLAGS = new HashMap<>();

    static {
        for (Task task : Tasks.ALL) {
            for (Option option : task.options()) {
                if (option.line() == null) continue;
                NAMES.put(option.key(), option.line().flag());
                if (option.kind() != Option.Kind.FLAG) continue;
                for (String choice : option.choices()) FLAGS.put(option.key() + "=" + choice, option.flag(choice));
            }
        }
    }

    @Override
    public String of(Setting setting) {
        String flag = FLAGS.get(setting.toString());
        if (flag != null) return flag;
        String option = NAMES.getOrDefault(setting.key(), "--" + setting.key().replace('_', '-'));
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
