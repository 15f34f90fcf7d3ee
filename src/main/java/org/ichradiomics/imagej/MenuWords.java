package org.ichradiomics.imagej;

import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Words;

/** The words of ImageJ and Fiji: settings as in macros, means by the menu. */
public enum MenuWords implements Words {
    /** The only one. */
    INSTANCE;

    @Override
    public boolean isBesideAnImage() {
        return true;
    }

    @Override
    public String of(Mend mend) {
        return switch (mend) {
            case MEMORY -> "raise the memory in Edit > Options > Memory & Threads...";
            case IMAGE_PROPERTIES -> "set it in Image > Properties...";
        };
    }
}
