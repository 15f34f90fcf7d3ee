package org.ichradiomics.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import ij.IJ;
import ij.gui.HTMLDialog;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.Screen;
import org.ichradiomics.text.Version;

/** <i>ICH Radiomics Help</i>. */
public final class Help implements PlugIn {

    @Override
    public void run(String arg) {
        show("ICH Radiomics Help", html());
    }

    /** The help as ImageJ's HTML. */
    static String html() {
        return resource("help.html");
    }

    static void show(String title, String html) {
        if (Screen.isThere()) new HTMLDialog(title, html, false);
        else IJ.log(text(html));
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    static String resource(String name) {
        try (InputStream in = Help.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@VERSION@", Version.NUMBER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
