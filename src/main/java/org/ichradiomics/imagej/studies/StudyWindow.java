package org.ichradiomics.imagej.studies;

import java.awt.BorderLayout;
import java.awt.Desktop;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Toolkit;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

import ij.Prefs;
import ij.WindowManager;

/**
 * What a study found, in one window: the answer in words, and its tables and figures as a list of which each opens on a
 * double click or Enter. The report is opened beside it where this machine shows web pages.
 */
final class StudyWindow {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;
    private static final int EDGE = 12;

    /**
     * A table or a figure.
     *
     * @param title in the list
     * @param opens its window
     */
    record Entry(String title, Runnable opens) {

        @Override
        public String toString() {
            return title;
        }
    }

    private final double scale = Prefs.getGuiScale();
    private final Path report;

    private StudyWindow(Path report) {
        this.report = report;
    }

    /**
     * Shows it in front of everything.
     *
     * @param said the answer, a sentence or more a line
     */
    static void show(String said, List<Entry> entries, Path report) {
        SwingUtilities.invokeLater(() -> new StudyWindow(report).show(said, entries));
        if (canBrowse()) browse(report);
    }

    private void show(String said, List<Entry> entries) {
        JFrame window = new JFrame("ICH Radiomics - Study");
        window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                WindowManager.removeWindow(window);
            }
        });
        JPanel panel = new JPanel(new BorderLayout(EDGE, EDGE));
        panel.setBorder(BorderFactory.createEmptyBorder(EDGE, EDGE, EDGE, EDGE));
        panel.add(answer(said), BorderLayout.NORTH);
        panel.add(list(entries), BorderLayout.CENTER);
        panel.add(buttons(window), BorderLayout.SOUTH);
        window.add(panel);
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        window.setSize((int) Math.min(WIDTH * scale, screen.width), (int) Math.min(HEIGHT * scale, screen.height));
        window.setLocationRelativeTo(null);
        WindowManager.addWindow(window);
        window.setVisible(true);
        window.toFront();
    }

    private JComponent answer(String said) {
        JTextArea text = new JTextArea();
        ((DefaultCaret) text.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        text.setText(said + "\nReport: " + report);
        text.setFont(font());
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setEditable(false);
        text.setOpaque(false);
        text.setRows((int) Math.min(12, text.getLineCount() + 4));
        JScrollPane scroll = new JScrollPane(text);
        scroll.setBorder(null);
        return scroll;
    }

    private JComponent list(List<Entry> entries) {
        JList<Entry> list = new JList<>(entries.toArray(Entry[]::new));
        list.setFont(font());
        list.setSelectedIndex(0);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) open(list);
            }
        });
        list.registerKeyboardAction(event -> open(list), KeyStroke.getKeyStroke("ENTER"), JComponent.WHEN_FOCUSED);
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createTitledBorder(
                null, "Tables and figures (double click or Enter opens)", 0, 0, font()));
        return scroll;
    }

    private static void open(JList<Entry> list) {
        if (list.getSelectedValue() != null) list.getSelectedValue().opens().run();
    }

    private JComponent buttons(JFrame window) {
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT));
        if (canBrowse()) buttons.add(button("Open report", () -> browse(report)));
        buttons.add(button("Close", window::dispose));
        window.getRootPane()
                .registerKeyboardAction(
                        event -> window.dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        return buttons;
    }

    private JButton button(String label, Runnable action) {
        JButton button = new JButton(label);
        button.setFont(font());
        button.addActionListener(event -> action.run());
        return button;
    }

    private static boolean canBrowse() {
        return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE);
    }

    private static void browse(Path page) {
        try {
            Desktop.getDesktop().browse(page.toUri());
        } catch (IOException e) {
            // The window says where the report is.
        }
    }

    private Font font() {
        Font usual = UIManager.getFont("TextArea.font");
        return usual.deriveFont((float) (usual.getSize2D() * scale));
    }
}
