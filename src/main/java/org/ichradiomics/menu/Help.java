package org.ichradiomics.menu;

import java.io.IOException;

import ij.IJ;
import ij.gui.HTMLDialog;

import org.ichradiomics.imagej.Screen;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.text.Resource;
import org.ichradiomics.text.Version;

/** What the menu tells of itself, as ImageJ's HTML. */
public enum Help {
    HELP("ICH Radiomics Help", "help.html"),
    ABOUT("About ICH Radiomics", "about.html");

    private static final String PAGES = "All pages, with pictures: Plugins &gt; ICH Radiomics &gt; ICH Radiomics Help";

    private final String title;
    private final String page;

    Help(String title, String page) {
        this.title = title;
        this.page = page;
    }

    /** Shows the page, in the log where there is no screen. */
    void show() {
        if (!Screen.isThere()) {
            IJ.log(text());
            return;
        }
        new HTMLDialog(title, linked(), false);
    }

    /** ImageJ gives what is linked to the browser. */
    private String linked() {
        String html = html();
        if (!html.contains(PAGES)) return html;
        try {
            return html.replace(PAGES, "<a href=\"" + Pages.index().toUri() + "\">All pages, with pictures</a>");
        } catch (IOException e) {
            return html;
        }
    }

    /** The page as HTML. */
    public String html() {
        return new Resource(Help.class, page)
                .text()
                .replace("@VERSION@", Version.NUMBER)
                .replace("@PAGES@", PAGES)
                .replace("@PURPOSE@", Purpose.R_SCORE);
    }

    private String text() {
        return html().replaceAll("<[^>]+>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
