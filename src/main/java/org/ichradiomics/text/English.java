package org.ichradiomics.text;

import java.util.List;

/** Small words of sentences. */
public final class English {

    private English() {}

    /** A sentence that begins with a capital. */
    public static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** {@code 1 case}, {@code 2 cases}, {@code 0 cases}. */
    public static String counted(long number, String noun) {
        return number + " " + nouns(number, noun);
    }

    /** {@code case} of one, {@code cases} of any other number. */
    public static String nouns(long number, String noun) {
        return number == 1 ? noun : noun + "s";
    }

    /** {@code a, b and c}, with the word before the last. */
    public static String listed(List<String> words, String word) {
        int last = words.size() - 1;
        if (last < 1) return String.join("", words);
        return String.join(", ", words.subList(0, last)) + " " + word + " " + words.get(last);
    }
}
