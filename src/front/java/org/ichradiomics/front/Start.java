package org.ichradiomics.front;

import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;

/** Starts a task, whatever Java and whatever jars are there: what cannot run ends in one sentence. */
public final class Start {

    private static final String TITLE = "ICH Radiomics";
    private static final String DOOR = "org.ichradiomics.plugin.TaskDoor";

    private Start() {}

    /** As {@link Door#open}. */
    public static String task(String task, ImagePlus image, Map<String, String> given, List<String> told) {
        String refusal = JavaVersion.refusal(System.getProperty("java.specification.version"));
        if (refusal.isEmpty()) {
            try {
                Door door = (Door) Class.forName(DOOR).getDeclaredConstructor().newInstance();
                return door.open(task, image, given, told);
            } catch (LinkageError e) {
                refusal = wrong(e);
            } catch (ReflectiveOperationException e) {
                refusal = wrong(e);
            } catch (IllegalArgumentException e) {
                refusal = wrong(e);
            }
        }
        told.add(refusal);
        IJ.error(TITLE, refusal);
        return null;
    }

    private static String wrong(Throwable e) {
        e.printStackTrace();
        return WrongJar.sentence(e);
    }
}
