package org.ichradiomics.text;

import java.util.Locale;
import java.util.Set;

/**
 * What desktops and archivers leave between the files of people: {@code __MACOSX/._x.roi}, {@code .DS_Store},
 * {@code Thumbs.db}.
 */
public final class Leftover {

    private static final Set<String> NAMES = Set.of(".ds_store", "thumbs.db", "desktop.ini", ".directory");

    private Leftover() {}

    /** @param path of a file, or of an entry of an archive, its folders parted by / or \ */
    public static boolean isOne(String path) {
        String[] parts = path.split("[/\\\\]+");
        for (String part : parts) if (part.equalsIgnoreCase("__MACOSX")) return true;
        String name = parts.length == 0 ? "" : parts[parts.length - 1];
        return name.startsWith("._") || NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
