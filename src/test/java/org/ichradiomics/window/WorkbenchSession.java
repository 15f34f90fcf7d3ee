package org.ichradiomics.window;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Predicate;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JScrollBar;
import javax.swing.JTextField;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;

import static org.ichradiomics.window.ImageJSession.await;

/**
 * A reader at the workbench, with mouse and keys. Runs in a Java of its own, which it ends without a word, as a crash
 * would.
 */
public final class WorkbenchSession {

    private static final String TITLE = "ICH Workbench";
    private static final int CLICKS_OF_THE_MENU = 3;
    private static final double SECOND = 1e9;

    private final Path home;
    private final Path shots;
    private final Properties seen = new Properties();
    private final Robot robot;
    private int clicks;

    private WorkbenchSession(Path home, Path shots) throws Exception {
        this.home = home;
        this.shots = shots;
        robot = new Robot();
        robot.setAutoWaitForIdle(true);
    }

    /**
     * @param args ImageJ's folder with plugins/, the folder for screenshots and what was seen, the name of the latter,
     *     the scale of windows, then what to do: {@code save}, {@code leave} or {@code resume}, and for each scan its
     *     path and the voxel to click
     */
    public static void main(String[] args) throws Exception {
        WorkbenchSession session = new WorkbenchSession(Path.of(args[0]), Path.of(args[1]));
        try {
            session.run(args);
        } catch (Throwable e) {
            session.seen.setProperty("failure", e.toString());
            session.shot(args[2] + "-failure");
            e.printStackTrace();
        }
        try (Writer writer = Files.newBufferedWriter(session.shots.resolve(args[2] + ".properties"))) {
            session.seen.store(writer, null);
        }
        Runtime.getRuntime().halt(0);
    }

    private void run(String[] args) throws Exception {
        System.setProperty("plugins.dir", home.toString());
        if (Double.parseDouble(args[3]) != 1) {
            Prefs.setGuiScale(Double.parseDouble(args[3]));
        }
        ImageJ.main(new String[] {"-ijpath", home.toString()});
        await(
                "ImageJ's window",
                () -> IJ.getInstance() != null && IJ.getInstance().isShowing() && Menus.getCommands() != null);
        if (args[4].equals("resume")) {
            resume(args[2]);
            return;
        }
        // What an earlier session has left in ImageJ's preferences.
        for (String key : List.of("out", "case", "list")) Prefs.set("ich.radiomics.workbench." + key, "");
        Recorder recorder = new Recorder(false);
        Recorder.record = true;
        if (args[4].equals("list")) {
            throughAList(args);
            Files.writeString(shots.resolve(args[2] + ".ijm"), recorder.getText());
            return;
        }
        for (int i = 5; i < args.length; i += 2) {
            ImagePlus image = open(args[i]);
            outline(image, voxel(args[i + 1]), args[2]);
            if (args[4].equals("leave")) {
                answer();
                await("the case on disk", () -> draft(image));
                seen.setProperty("drawn", amount());
                return;
            }
            save(image);
        }
        byHand(args[2]);
        Files.writeString(shots.resolve(args[2] + ".ijm"), recorder.getText());
    }

    private static int[] voxel(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    private static ImagePlus open(String file) throws Exception {
        IJ.run("Open CT...", "path=[" + file + "]");
        Recorder.recordString("run(\"Open CT...\", \"path=[" + file + "]\");\n");
        ImagePlus image = WindowManager.getCurrentImage();
        await(
                file + " to show",
                () -> image.getWindow() != null && image.getWindow().isShowing());
        return image;
    }

    /** One click in the blood, and what it comes to. */
    private void outline(ImagePlus image, int[] at, String name) throws Exception {
        image.setSlice(at[2] + 1);
        clicks = CLICKS_OF_THE_MENU;
        long start = System.nanoTime();
        ImageJSession.choose("Workbench...");
        await("the case", () -> isThere(JLabel.class, label -> label.getText().startsWith("Case " + id(image))));
        await("its image in place", () -> isArranged(image));
        seen.setProperty("start", Long.toString(start));
        click(image, at[0], at[1]);
        await(
                "the haematoma",
                () -> isThere(JLabel.class, label -> label.getText().matches("\\d.* mL .*")));
        await("its score", () -> isThere(JLabel.class, label -> label.getText().startsWith("R-score ")));
        shot(name + "-" + id(image));
    }

    private void save(ImagePlus image) throws Exception {
        long start = Long.parseLong(seen.getProperty("start"));
        click(button("Save and next"));
        await(
                "the saved case",
                () -> isThere(JLabel.class, label -> label.getText().equals("Case " + id(image) + ", done")));
        seen.setProperty(
                id(image),
                String.format(Locale.ROOT, "%d clicks, %.1f s", clicks, (System.nanoTime() - start) / SECOND));
    }

    /** A stroke of the brush, answers by mouse and key, undo and redo, and the case is saved again. */
    private void byHand(String name) throws Exception {
        ImagePlus image = WindowManager.getCurrentImage();
        await("the case, opened again", () -> !amount().isEmpty());
        String before = amount();
        key(image, KeyEvent.VK_E, 0);
        Roi last = Arrays.stream(image.getOverlay().toArray())
                .filter(roi -> roi.getName().startsWith("slice "))
                .reduce((one, other) -> other)
                .orElseThrow();
        image.setSlice(last.getPosition());
        Rectangle drawn = last.getBounds();
        ImageCanvas canvas = image.getCanvas();
        Point corner = canvas.getLocationOnScreen();
        int y = corner.y + canvas.screenY((int) drawn.getCenterY());
        robot.mouseMove(corner.x + canvas.screenX(drawn.x), y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseMove(corner.x + canvas.screenX((int) drawn.getCenterX()), y);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        await("a stroke of the eraser", () -> !amount().equals(before));
        key(image, KeyEvent.VK_Z, KeyEvent.VK_CONTROL);
        await("undo", () -> amount().equals(before));
        key(image, KeyEvent.VK_Y, KeyEvent.VK_CONTROL);
        await("redo", () -> !amount().equals(before));
        String erased = amount();
        answer();
        key(image, KeyEvent.VK_2, KeyEvent.VK_CONTROL);
        await(
                "the answer by a key",
                () -> isThere(AbstractButton.class, button -> "yes".equals(button.getText()) && button.isSelected()));
        await(
                "the score of what is left",
                () -> isThere(JLabel.class, label -> label.getText().startsWith("R-score ")));
        shot(name + "-by-hand");
        key(image, KeyEvent.VK_S, KeyEvent.VK_CONTROL);
        await(
                "the case, saved again",
                () -> isThere(JLabel.class, label -> label.getText().endsWith(", done")));
        seen.setProperty("by hand", before + "|" + erased);
    }

    private void answer() throws Exception {
        AbstractButton no = (AbstractButton) find(
                Frame.class.cast(window()),
                c -> c instanceof AbstractButton b && "no".equals(b.getText()) && b.isEnabled());
        click(no);
        await("the answer", no::isSelected);
    }

    /** Two cases of a list, one after the other; a dialog is looked at, and canceled, in between. */
    private void throughAList(String[] args) throws Exception {
        Prefs.set("ich.radiomics.workbench.list", args[5]);
        ImageJSession.choose("Workbench...");
        for (int i = 6; i < args.length; i += 2) {
            String id = args[i];
            await(
                    "the case",
                    () -> isThere(JLabel.class, label -> label.getText().matches("Case .*" + id + ", open")));
            ImagePlus image = WindowManager.getCurrentImage();
            await("its image in place", () -> isArranged(image));
            JScrollBar bar = (JScrollBar) find(window(), c -> c instanceof JScrollBar b && b.isShowing());
            seen.setProperty(id + ".scrolled", Integer.toString(bar.getValue()));
            int[] at = voxel(args[i + 1]);
            image.setSlice(at[2] + 1);
            click(image, at[0], at[1]);
            await(
                    "its score",
                    () -> isThere(JLabel.class, label -> label.getText().startsWith("R-score ")));
            // Painted elsewhere it may lock with what a score still writes.
            EventQueue.invokeAndWait(() -> bar.setValue(bar.getMaximum()));
            shot(args[2] + "-" + id);
            cancelADialog();
            click(button("Save and next"));
        }
        await(
                "the end of the list",
                () -> isThere(JLabel.class, label -> label.getText().startsWith("2 done")));
        Component reader = find(window(), c -> c instanceof JTextField);
        seen.setProperty("reader", reader.getWidth() + " of " + reader.getPreferredSize().width);
        shot(args[2]);
    }

    private static void cancelADialog() throws Exception {
        ImageJSession.choose("Volume...");
        GenericDialog dialog = await("Volume...", () -> ImageJSession.showing(GenericDialog.class));
        Button cancel = Arrays.stream(dialog.getButtons())
                .filter(one -> one != null && one.getLabel().contains("Cancel"))
                .findFirst()
                .orElseThrow();
        dialog.actionPerformed(new ActionEvent(cancel, ActionEvent.ACTION_PERFORMED, cancel.getLabel()));
        await("Volume... to end", () -> ImageJSession.thread("Volume...") == null);
    }

    private void resume(String name) throws Exception {
        ImageJSession.choose("Workbench...");
        await(
                "what was drawn",
                () -> isThere(JLabel.class, label -> label.getText().matches("\\d.* mL .*")));
        await("its score", () -> isThere(JLabel.class, label -> label.getText().startsWith("R-score ")));
        seen.setProperty("drawn", amount());
        AbstractButton no = (AbstractButton)
                find(Frame.class.cast(window()), c -> c instanceof AbstractButton b && "no".equals(b.getText()));
        seen.setProperty("answered", Boolean.toString(no.isSelected()));
        shot(name);
    }

    private boolean draft(ImagePlus image) {
        Path state = cases().resolve(id(image)).resolve("state.json");
        try {
            return Files.exists(state) && Files.readString(state).contains("\"no\"");
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private Path cases() {
        return Path.of(Prefs.getPrefsDir()).resolve("ICH-Radiomics-cases/cases");
    }

    private static String id(ImagePlus image) {
        return image.getTitle().replaceFirst("\\.nii\\.gz$", "");
    }

    private static boolean isArranged(ImagePlus image) {
        Frame window = window();
        return window != null
                && image.getWindow().getX() + image.getWindow().getWidth() <= window.getX() + 1
                && isThere(AbstractButton.class, button -> "Grow".equals(button.getText()) && button.isSelected());
    }

    private static String amount() {
        JLabel label = (JLabel)
                find(window(), c -> c instanceof JLabel l && l.getText().matches("\\d.* mL .*"));
        return label == null ? "" : label.getText();
    }

    private static Frame window() {
        return Arrays.stream(Frame.getFrames())
                .filter(frame -> frame.isShowing() && TITLE.equals(frame.getTitle()))
                .findFirst()
                .orElse(null);
    }

    private static <C extends Component> boolean isThere(Class<C> type, Predicate<C> which) {
        return window() != null && find(window(), c -> type.isInstance(c) && which.test(type.cast(c))) != null;
    }

    private static Component find(Container in, Predicate<Component> which) {
        if (in == null) return null;
        for (Component part : in.getComponents()) {
            if (which.test(part)) return part;
            Component inner = part instanceof Container container ? find(container, which) : null;
            if (inner != null) return inner;
        }
        return null;
    }

    private static Component button(String text) throws Exception {
        return await(
                text,
                () -> find(window(), c -> c instanceof AbstractButton b && text.equals(b.getText()) && b.isEnabled()));
    }

    private void click(Component part) {
        Point corner = part.getLocationOnScreen();
        click(corner.x + part.getWidth() / 2, corner.y + part.getHeight() / 2);
    }

    private void click(ImagePlus image, int x, int y) {
        ImageCanvas canvas = image.getCanvas();
        Point corner = canvas.getLocationOnScreen();
        click(corner.x + canvas.screenXD(x + 0.5), corner.y + canvas.screenYD(y + 0.5));
    }

    private void click(double x, double y) {
        robot.mouseMove((int) x, (int) y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        clicks++;
    }

    private void key(ImagePlus image, int key, int held) throws Exception {
        await("the image to hear keys", () -> {
            image.getWindow().toFront();
            image.getCanvas().requestFocus();
            return image.getCanvas().isFocusOwner();
        });
        if (held != 0) robot.keyPress(held);
        robot.keyPress(key);
        robot.keyRelease(key);
        if (held != 0) robot.keyRelease(held);
    }

    private void shot(String name) throws Exception {
        ImageJSession.screenshot(robot, shots.resolve(name + ".png").toFile());
    }
}
