package org.ichradiomics.front;

/** Classes that do not fit together: two versions of a jar, or one that is made for something else. */
public final class WrongJar {

    private WrongJar() {}

    /** The likely cause and what to do, in one sentence. */
    public static String sentence(Throwable e) {
        return "ICH Radiomics met classes that are not those it was built with (" + e
                + "): leave one jar of it in plugins or jars,"
                + " no second version and not that of the command line, which ends in -cli.jar, and start again.";
    }
}
