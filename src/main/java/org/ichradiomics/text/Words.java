package org.ichradiomics.text;

/**
 * How a front says what its user can do: ImageJ in the keys of its macros and the names of its menus, the command line
 * in its options. Who throws names the {@link Setting} or the {@link Mend}; who shows hands over its words.
 */
public interface Words {

    /** Where no front speaks: keys as in macros and settings files, and nothing that only one front has. */
    Words KEYS = new Words() {};

    /** @return as the user would write it */
    default String of(Setting setting) {
        return setting.toString();
    }

    /**
     * How a setting that is missing is given.
     *
     * @param example its value is what belongs there
     * @return as in "write out=table.csv", in the middle of a sentence
     */
    default String toGive(Setting example) {
        return "write " + of(example);
    }

    /** @return as the user of that file would name it */
    default String of(FileKey key) {
        return key.toString();
    }

    /** Whether its user looks at images, whose slices a window counts from 1. */
    default boolean isBesideAnImage() {
        return false;
    }

    /** @return in the middle of a sentence; empty if it cannot be done in this front */
    default String of(Mend mend) {
        return mend == Mend.MEMORY ? "give Java more memory" : "";
    }
}
