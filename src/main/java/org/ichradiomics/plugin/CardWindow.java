package org.ichradiomics.plugin;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Image;
import java.awt.Insets;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

import ij.Prefs;
import ij.WindowManager;

import org.ichradiomics.figure.Figure;
import org.ichradiomics.page.CaseCard;
import org.ichradiomics.text.InvalidInputException;

/**
 * The answer that was just measured, in front of everything: what was measured in words, what to mind, and the slices
 * with the outline. The next answer takes the place of the last, so that none lies hidden behind another.
 */
final class CardWindow {

    private static final int WORDS_WIDTH = 430;
    private static final int EDGE = 12;
    private static final double MOST_OF_SCREEN = 0.92;
    /** What title, buttons and edges take of the height. */
    private static final int AROUND = 110;

    /** With these a figure is as wide as the words. */
    private static final int DPI = 120;

    /** Below what stands above it. */
    private static final GridBagConstraints GAP = new GridBagConstraints(
            0,
            GridBagConstraints.RELATIVE,
            1,
            1,
            0,
            0,
            GridBagConstraints.WEST,
            GridBagConstraints.NONE,
            new Insets(EDGE / 2, 0, 0, 0),
            0,
            0);

    private static final Color WARNING = new Color(160, 60, 0);
    private static final Color QUIET = new Color(90, 90, 90);

    private static JFrame open;

    private final List<CaseCard> cards;
    private final double scale = Prefs.getGuiScale();
    private final Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();

    private CardWindow(List<CaseCard> cards) {
        this.cards = cards;
    }

    /** Shows one card, or several as tabs. */
    static void show(List<CaseCard> cards) {
        SwingUtilities.invokeLater(new CardWindow(cards)::show);
    }

    private void show() {
        if (open != null) open.dispose();
        JFrame window = new JFrame("ICH Radiomics - " + cards.get(0).measured().label());
        window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                WindowManager.removeWindow(window);
            }
        });
        window.add(cards.size() == 1 ? scrolled(cards.get(0)) : tabs(), BorderLayout.CENTER);
        window.add(buttons(window), BorderLayout.SOUTH);
        window.pack();
        boolean isScrolled = window.getHeight() > screen.height * MOST_OF_SCREEN;
        int wide = window.getWidth() + (isScrolled ? UIManager.getInt("ScrollBar.width") + EDGE : 0);
        window.setSize((int) Math.min(wide, screen.width * MOST_OF_SCREEN), (int)
                Math.min(window.getHeight(), screen.height * MOST_OF_SCREEN));
        window.setLocationRelativeTo(null);
        WindowManager.addWindow(window);
        window.setVisible(true);
        window.toFront();
        open = window;
    }

    private JComponent tabs() {
        JTabbedPane tabs = new JTabbedPane();
        tabs.setFont(font(Font.PLAIN, 1));
        for (CaseCard card : cards) tabs.addTab(card.measured().roi(), new JPanel(new BorderLayout()));
        // Many rows have many pictures, of which few are looked at.
        tabs.addChangeListener(event -> fill(tabs));
        fill(tabs);
        return tabs;
    }

    private void fill(JTabbedPane tabs) {
        JPanel tab = (JPanel) tabs.getSelectedComponent();
        if (tab.getComponentCount() > 0) return;
        tab.add(scrolled(cards.get(tabs.getSelectedIndex())));
        tab.revalidate();
    }

    private JComponent buttons(JFrame window) {
        JButton close = new JButton("Close");
        close.setFont(font(Font.PLAIN, 1));
        close.addActionListener(event -> window.dispose());
        window.getRootPane().setDefaultButton(close);
        window.getRootPane()
                .registerKeyboardAction(
                        event -> window.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
        buttons.add(close);
        return buttons;
    }

    private JComponent scrolled(CaseCard card) {
        JPanel panel = new JPanel(new BorderLayout(EDGE, EDGE));
        panel.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        JPanel words = new JPanel(new BorderLayout());
        words.add(words(card), BorderLayout.NORTH);
        panel.add(words, BorderLayout.WEST);
        panel.add(picture(card), BorderLayout.CENTER);
        JScrollPane scroll = new JScrollPane(panel);
        scroll.setBorder(null);
        return scroll;
    }

    private JComponent words(CaseCard card) {
        JPanel words = new JPanel(new GridBagLayout());
        add(words, text(card.title(), font(Font.BOLD, 1.25), Color.BLACK));
        for (CaseCard.Line line : card.lines()) {
            add(words, text(line.what(), font(Font.BOLD, 1), QUIET));
            add(words, text(line.text(), font(Font.PLAIN, 1.1), Color.BLACK));
        }
        List<String> warnings = card.warnings();
        if (!warnings.isEmpty()) add(words, text("To mind", font(Font.BOLD, 1), WARNING));
        for (String warning : warnings) add(words, text(warning, font(Font.PLAIN, 1), WARNING));
        card.place().ifPresent(place -> words.add(place(place), GAP));
        add(words, text(card.purpose(), font(Font.ITALIC, 0.95), QUIET));
        return words;
    }

    private static void add(JPanel words, JTextArea text) {
        GridBagConstraints c = (GridBagConstraints) GAP.clone();
        boolean isHead = text.getFont().isBold() || text.getFont().isItalic();
        c.insets = new Insets(isHead ? EDGE / 2 : 0, 0, 0, 0);
        words.add(text, c);
    }

    /** Lines as wide as the column, to be selected and copied. */
    private JTextArea text(String text, Font font, Color colour) {
        JTextArea area = new JTextArea();
        // A caret that moves to what is written scrolls the first line out of sight.
        ((DefaultCaret) area.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        area.setText(text);
        area.setFont(font);
        area.setForeground(colour);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setEditable(false);
        area.setOpaque(false);
        int width = (int) (WORDS_WIDTH * scale);
        area.setSize(width, Short.MAX_VALUE);
        area.setPreferredSize(new Dimension(width, area.getPreferredSize().height));
        return area;
    }

    private JComponent place(Figure place) {
        try {
            return new JLabel(new ImageIcon(place.image((int) (DPI * scale))));
        } catch (InvalidInputException e) {
            return text(e.getMessage(), font(Font.PLAIN, 1), WARNING);
        }
    }

    private Component picture(CaseCard card) {
        try {
            BufferedImage image = card.montage().image();
            double most = Math.min(
                    (screen.width * MOST_OF_SCREEN - WORDS_WIDTH * scale - 4 * EDGE) / image.getWidth(),
                    (screen.height * MOST_OF_SCREEN - AROUND * scale) / image.getHeight());
            double factor = Math.min(most, scale);
            JLabel picture = new JLabel(new ImageIcon(
                    factor == 1
                            ? image
                            : image.getScaledInstance(
                                    (int) (image.getWidth() * factor),
                                    (int) (image.getHeight() * factor),
                                    Image.SCALE_SMOOTH)));
            picture.setVerticalAlignment(JLabel.TOP);
            picture.setToolTipText(card.montage().caption());
            return picture;
        } catch (InvalidInputException e) {
            return text(e.getMessage(), font(Font.PLAIN, 1), WARNING);
        }
    }

    private Font font(int style, double size) {
        Font usual = UIManager.getFont("Label.font");
        return usual.deriveFont(style, (float) (usual.getSize2D() * size * scale));
    }
}
