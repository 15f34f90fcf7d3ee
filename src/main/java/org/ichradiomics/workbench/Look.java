package org.ichradiomics.workbench;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Insets;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;

import ij.Prefs;

/**
 * How the parts of the window look: ImageJ's scale of windows, one font, small gaps.
 *
 * @param scale of ImageJ's windows, 1 where nothing was set
 */
record Look(double scale) {

    static final Color DOUBT = new Color(150, 70, 0);
    static final Color QUIET = new Color(90, 90, 90);

    private static final int POINTS = 12;

    static Look current() {
        return new Look(Math.max(1, Prefs.getGuiScale()));
    }

    int size(int pixels) {
        return (int) Math.round(pixels * scale);
    }

    Font font() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, size(POINTS));
    }

    Font bold() {
        return font().deriveFont(Font.BOLD);
    }

    /** A button with its key in the tooltip. */
    JButton button(String text, String tooltip, Runnable action) {
        JButton button = new JButton(text);
        button.addActionListener(event -> action.run());
        return dressed(button, tooltip);
    }

    <B extends AbstractButton> B dressed(B button, String tooltip) {
        button.setFont(font());
        button.setToolTipText(tooltip);
        button.setMargin(new Insets(size(1), size(5), size(1), size(5)));
        // Keys belong to the image, whichever button was pressed last.
        button.setFocusable(false);
        return button;
    }

    JLabel label(String text) {
        JLabel label = new JLabel(text);
        label.setFont(font());
        return label;
    }

    /** Sentences that are as long as they are, in the width that there is. */
    JTextArea sentences(Color colour) {
        JTextArea area = new JTextArea() {
            @Override
            public Dimension getMaximumSize() {
                return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
            }
        };
        // New words do not scroll the window to where they end.
        ((DefaultCaret) area.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setForeground(colour);
        area.setFont(font());
        area.setAlignmentX(Component.LEFT_ALIGNMENT);
        return area;
    }

    /** A heading with what belongs to it, from top to bottom. */
    JPanel section(String title) {
        JPanel section = new JPanel();
        section.setLayout(new BoxLayout(section, BoxLayout.Y_AXIS));
        section.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createTitledBorder(
                        BorderFactory.createMatteBorder(1, 0, 0, 0, Color.GRAY), title, 0, 0, bold()),
                BorderFactory.createEmptyBorder(0, size(4), size(2), size(4))));
        section.setAlignmentX(Component.LEFT_ALIGNMENT);
        return section;
    }

    /** Parts beside each other, from the left. */
    JPanel row(JComponent... parts) {
        JPanel row = new JPanel();
        row.setLayout(new BoxLayout(row, BoxLayout.X_AXIS));
        row.setAlignmentX(Component.LEFT_ALIGNMENT);
        for (JComponent part : parts) {
            if (row.getComponentCount() > 0) row.add(Box.createHorizontalStrut(size(4)));
            part.setAlignmentY(Component.CENTER_ALIGNMENT);
            row.add(part);
        }
        return low(row);
    }

    /** As high as it must be, and no higher. */
    static <C extends JComponent> C low(C part) {
        part.setMaximumSize(new Dimension(Integer.MAX_VALUE, part.getPreferredSize().height));
        return part;
    }

    /** Switches a part and all in it on or off. */
    static void enable(Container part, boolean isEnabled) {
        part.setEnabled(isEnabled);
        for (Component inner : part.getComponents()) {
            inner.setEnabled(isEnabled);
            if (inner instanceof Container container) enable(container, isEnabled);
        }
    }
}
