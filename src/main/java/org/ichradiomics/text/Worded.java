package org.ichradiomics.text;

/** What is said to the user, in the words of the front where it is read. */
public interface Worded {

    /** @return empty if that front has no words for it */
    String in(Words words);
}
