package org.ichradiomics.workbench;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.ToolTipManager;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

import org.ichradiomics.menu.User;

/** The window of the workbench; there is one. */
public final class Workbench {

    private static final int WIDTH = 486;
    private static final int MOST_HEIGHT = 1000;

    private static Workbench open;

    private final Bench bench;
    private final JFrame frame = new JFrame("ICH Workbench");
    private final Keys keys;
    private final JScrollPane scroll;

    private Workbench(User user) {
        Look look = Look.current();
        bench = new Bench(user, new Desk(), this::arrange);
        Pointing pointing = new Pointing(bench);
        JPanel sections = new JPanel();
        sections.setLayout(new BoxLayout(sections, BoxLayout.Y_AXIS));
        sections.add(new OutlinePane(bench, look, pointing).pane());
        SignsPane signs = new SignsPane(bench, look, pointing);
        sections.add(signs.pane());
        sections.add(new PatientPane(bench, look).pane());
        ResultPane result = new ResultPane(bench, look);
        sections.add(result.pane());
        Column column = new Column(sections);
        scroll = new JScrollPane(
                column, ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(look.size(20));
        Foot foot = new Foot(bench, look, result.score());
        frame.setLayout(new BorderLayout());
        ListPane top = new ListPane(bench, look);
        VisitPane visiting = new VisitPane(bench, look);
        top.pane().add(visiting.pane());
        frame.add(top.pane(), BorderLayout.NORTH);
        frame.add(scroll, BorderLayout.CENTER);
        frame.add(foot.pane(), BorderLayout.SOUTH);
        keys = new Keys(bench, frame, pointing, signs, visiting, foot);
        place(look);
    }

    /** At the right of the screen, as high as it may be. */
    private void place(Look look) {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        Dimension size = new Dimension(
                Math.min(look.size(WIDTH), screen.width), Math.min(look.size(MOST_HEIGHT), screen.height));
        frame.setBounds(screen.x + screen.width - size.width, screen.y, size.width, size.height);
        Frame imageJ = IJ.getInstance();
        if (isUnder(imageJ)) imageJ.setLocation(Math.max(screen.x, frame.getX() - imageJ.getWidth()), imageJ.getY());
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                keys.end();
                bench.leave();
                WindowManager.removeWindow(frame);
                open = null;
            }
        });
        ToolTipManager.sharedInstance().setDismissDelay(20_000);
    }

    /** Begins at the top, with an image as large as the room beside the window is. */
    private void arrange(ImagePlus image) {
        scroll.getVerticalScrollBar().setValue(0);
        ImageWindow window = image.getWindow();
        if (window == null) return;
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        int top = IJ.getInstance() == null ? 0 : IJ.getInstance().getHeight();
        int width = frame.getX() - screen.x;
        int height = screen.height - top;
        window.setLocation(screen.x, screen.y + top);
        ImageCanvas canvas = window.getCanvas();
        int frameWidth = window.getWidth() - canvas.getWidth();
        int frameHeight = window.getHeight() - canvas.getHeight();
        double room = Math.min(
                (double) (width - frameWidth) / image.getWidth(), (double) (height - frameHeight) / image.getHeight());
        double zoom = ImageCanvas.getLowerZoomLevel(room * 1.001);
        if (zoom <= canvas.getMagnification()) return;
        canvas.setMagnification(zoom);
        canvas.setSize((int) (image.getWidth() * zoom), (int) (image.getHeight() * zoom));
        canvas.setSourceRect(new Rectangle(0, 0, image.getWidth(), image.getHeight()));
        window.pack();
    }

    private boolean isUnder(Window other) {
        return other != null && other.getBounds().intersects(frame.getBounds());
    }

    /** Puts a table that would hide a part of the workbench at the foot of the room beside it. */
    static void aside(String title) {
        Window table = WindowManager.getWindow(title);
        if (open == null || !open.isUnder(table)) return;
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        int width = open.frame.getX() - screen.x;
        int height = screen.height / 4;
        table.setBounds(screen.x, screen.y + screen.height - height, width, height);
    }

    /**
     * Shows the workbench, with an image on it.
     *
     * @param image the one to begin with; null: none
     * @param user who is asked what a task leaves open
     */
    public static void show(ImagePlus image, User user) {
        EventQueue.invokeLater(() -> {
            if (open == null) {
                open = new Workbench(user);
                open.keys.begin();
                WindowManager.addWindow(open.frame);
                open.frame.setVisible(true);
            }
            open.frame.toFront();
            if (image != null) open.bench.begin(image);
            else open.bench.resume();
        });
    }
}
