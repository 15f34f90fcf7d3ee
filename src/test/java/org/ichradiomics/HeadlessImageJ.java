package org.ichradiomics;

import net.imagej.patcher.LegacyInjector;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets {@code run("...")} of macros work in this JVM without a screen. The injector must see ImageJ's classes before
 * anybody loads one.
 */
public final class HeadlessImageJ implements LauncherSessionListener {

    static {
        LegacyInjector.preinit();
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        // All is done when this class is there.
    }
}
