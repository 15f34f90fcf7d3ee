package org.ichradiomics.plugin;

import ij.IJ;
import ij.gui.HTMLDialog;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.Screen;
import org.ichradiomics.text.Resource;
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
        return new Resource(Help.class, name).text().replace("@VERSION@", Version.NUMBER);
    }
}
