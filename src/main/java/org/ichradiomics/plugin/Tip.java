package org.ichradiomics.plugin;

import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

import ij.gui.MultiLineLabel;

import org.ichradiomics.imagej.MaskPreview;

/** Says what a field of a dialog is for while the pointer rests on it: AWT has no tips of its own. */
final class Tip extends MouseAdapter {

    private static final int REST_MS = 600;
    private static final Color PAPER = new Color(255, 255, 225);

    private final String text;
    private final Timer rest;
    private Component under;
    private Window shown;

    private Tip(String text) {
        this.text = text;
        rest = new Timer(REST_MS, event -> show());
        rest.setRepeats(false);
    }

    /** Gives components the same tip. */
    static void on(List<Component> components, List<String> sentences) {
        Tip tip = new Tip(MaskPreview.wrapped(sentences));
        for (Component component : components) component.addMouseListener(tip);
    }

    @Override
    public void mouseEntered(MouseEvent event) {
        under = event.getComponent();
        rest.restart();
    }

    @Override
    public void mouseExited(MouseEvent event) {
        hide();
    }

    @Override
    public void mousePressed(MouseEvent event) {
        hide();
    }

    private void show() {
        if (!under.isShowing()) return;
        hide();
        shown = new Window(SwingUtilities.getWindowAncestor(under));
        shown.setFocusableWindowState(false);
        shown.setFont(under.getFont());
        shown.setBackground(PAPER);
        shown.add(new MultiLineLabel(text));
        shown.pack();
        Point at = under.getLocationOnScreen();
        int right = shown.getToolkit().getScreenSize().width - shown.getWidth();
        shown.setLocation(Math.max(0, Math.min(at.x, right)), at.y + under.getHeight());
        shown.setVisible(true);
    }

    private void hide() {
        rest.stop();
        if (shown != null) shown.dispose();
        shown = null;
    }
}
