package org.ichradiomics.front;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * Every item of the menu in plain ImageJ: what cannot run ends in one sentence, whatever Java and whatever jars are
 * there.
 */
public final class MenuItem implements PlugIn {

    private static final String TITLE = "ICH Radiomics";

    /** @param item the simple name of the class that does it */
    @Override
    public void run(String item) {
        String refusal = JavaVersion.refusal(System.getProperty("java.specification.version"));
        if (refusal.isEmpty()) refusal = start(item);
        if (!refusal.isEmpty()) IJ.error(TITLE, refusal);
    }

    /** @return a sentence if it could not be started, else empty */
    private static String start(String item) {
        try {
            Class<?> type = Class.forName("org.ichradiomics.plugin." + item);
            ((PlugIn) type.getDeclaredConstructor().newInstance()).run("");
            return "";
        } catch (LinkageError e) {
            e.printStackTrace();
            return WrongJar.sentence(e);
        } catch (ReflectiveOperationException e) {
            e.printStackTrace();
            return WrongJar.sentence(e);
        }
    }
}
