package org.ichradiomics.cluster;

/** What Spark says, in few words: its first line, which may be a page long. */
final class FirstLine {

    private static final int LONGEST = 160;

    private FirstLine() {}

    static String of(Throwable e) {
        String line =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        if (line.length() > LONGEST) line = line.substring(0, LONGEST) + "...";
        return line.isEmpty() ? e.getClass().getSimpleName() : line.replaceFirst("[.:]$", "");
    }
}
