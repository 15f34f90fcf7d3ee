package org.ichradiomics.imagej;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Words;

/**
 * The words of somebody before a dialog: settings by the names of its fields, means by the menu.
 *
 * @param options of the task that was asked for
 */
public record DialogWords(List<Option> options) implements Words {

    @Override
    public String of(Setting setting) {
        Optional<String> title = title(setting.key());
        if (title.isEmpty()) return MenuWords.INSTANCE.of(setting);
        return "\"" + title.get() + "\"" + (setting.value().isEmpty() ? "" : " = " + setting.value());
    }

    @Override
    public String toGive(Setting example) {
        return title(example.key())
                .map(title -> "fill in \"" + title + "\"")
                .orElseGet(() -> MenuWords.INSTANCE.toGive(example));
    }

    private Optional<String> title(String key) {
        return options.stream()
                .filter(option -> option.key().equals(key) && option.reach() == Option.Reach.DIALOG)
                .map(Option::title)
                .findFirst();
    }

    @Override
    public boolean isBesideAnImage() {
        return true;
    }

    @Override
    public String of(Mend mend) {
        return MenuWords.INSTANCE.of(mend);
    }
}
