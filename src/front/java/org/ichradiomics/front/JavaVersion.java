package org.ichradiomics.front;

/** Which Java is needed. */
public final class JavaVersion {

    /** As the project is compiled. */
    static final int NEEDED = 17;

    private JavaVersion() {}

    /**
     * What to tell the user of an older Java.
     *
     * @param specification {@code java.specification.version}, as in 1.8 or 21
     * @return one sentence; empty if it is new enough, or nobody can tell
     */
    public static String refusal(String specification) {
        int version = number(specification);
        if (version == 0 || version >= NEEDED) return "";
        return "ICH Radiomics needs Java " + NEEDED + " or later, and this is Java " + version
                + ": use an ImageJ or Fiji that comes with a newer one, or start this one with a newer Java.";
    }

    private static int number(String specification) {
        String text = String.valueOf(specification);
        try {
            return Integer.parseInt(text.startsWith("1.") ? text.substring(2) : text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
