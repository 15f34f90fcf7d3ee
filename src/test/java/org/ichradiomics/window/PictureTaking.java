package org.ichradiomics.window;

import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.ItemEvent;
import java.awt.event.ItemListener;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JFrame;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.Overlay;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.SampleImage;
import org.ichradiomics.menu.Task;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.window.Pictures.Picture;

/**
 * Makes the {@link Pictures} anew, on a screen of its own: {@code mvn -o test-compile exec:exec@pictures}.
 *
 * <p>Arguments: names of pictures, none for all; or {@code --stamp} and the names of those that were taken in another
 * way.
 */
final class PictureTaking {

    private static final int PATIENCE_MS = 60_000;
    private static final int STEP_MS = 100;

    private PictureTaking() {}

    public static void main(String[] args) throws Exception {
        List<String> names = List.of(args);
        boolean isStamp = names.contains("--stamp");
        if (!isStamp) new ImageJ(ImageJ.STANDALONE);
        Map<Picture, BufferedImage> images = new LinkedHashMap<>();
        for (Picture picture : Pictures.ALL) {
            if (!names.isEmpty() && !names.contains(picture.name())) continue;
            images.put(picture, isStamp ? PictureFile.read(picture.file()) : taken(picture.name()));
            if (!isStamp) closeAll();
        }
        for (Picture picture : images.keySet()) {
            PictureFile.write(picture.file(), images.get(picture), picture.hash());
            System.out.println(picture.file());
        }
        System.exit(0);
    }

    private static BufferedImage taken(String name) throws Exception {
        return switch (name) {
            case "results.png" -> results();
            case "dialog.png" -> dialog(Tasks.EXTRACT);
            case "expansion-dialog.png" -> expansion();
            case "card.png" -> card();
            default -> throw new IllegalArgumentException("nothing here shows " + name);
        };
    }

    private static void show(Task task) {
        new Thread(() -> IJ.runPlugIn("org.ichradiomics.front.MenuItem", task.name())).start();
    }

    private static ImagePlus sample(String title) throws Exception {
        ImagePlus image = SampleImage.open();
        image.setTitle(title);
        image.show();
        return image;
    }

    private static BufferedImage dialog(Task task) throws Exception {
        sample("head-ct-phantom.tif");
        show(task);
        return taken(opened());
    }

    /** The first scan lacks what is drawn on its last slice. */
    private static BufferedImage expansion() throws Exception {
        Overlay first = sample("day 0.tif").getOverlay();
        first.remove(first.size() - 1);
        sample("day 1.tif");
        show(Tasks.EXPANSION);
        return taken(opened());
    }

    private static BufferedImage card() throws Exception {
        sample("head-ct-phantom.tif");
        show(Tasks.EXTRACT);
        press(opened(), "OK");
        return taken(await(window -> window instanceof JFrame));
    }

    /** The whole screen, with the Recorder. */
    private static BufferedImage results() throws Exception {
        ImagePlus image = sample("head-ct-phantom.tif");
        new Recorder();
        Recorder.setCommand(Tasks.EXTRACT.label());
        show(Tasks.EXTRACT);
        GenericDialog dialog = opened();
        press(dialog, "More...");
        Checkbox all = (Checkbox) component(
                dialog, part -> part instanceof Checkbox box && box.getLabel().contains("all features"));
        all.setState(true);
        for (ItemListener listener : all.getItemListeners())
            listener.itemStateChanged(new ItemEvent(all, ItemEvent.ITEM_STATE_CHANGED, all, ItemEvent.SELECTED));
        press(dialog, "OK");
        await(window -> window instanceof JFrame).dispose();
        Recorder.saveCommand();
        IJ.getInstance().setLocation(0, 0);
        image.getWindow().setLocation(0, 90);
        titled("Results").setBounds(280, 90, 1080, 150);
        titled("ICH Radiomics").setBounds(280, 260, 1080, 200);
        titled("Recorder").setBounds(280, 480, 1080, 120);
        return taken(new Rectangle(0, 0, 1366, 610));
    }

    private static Window titled(String title) throws Exception {
        return await(window -> window instanceof Frame frame && frame.getTitle().equals(title));
    }

    private static GenericDialog opened() throws Exception {
        return (GenericDialog) await(window -> window instanceof GenericDialog);
    }

    private static void press(Container in, String label) throws Exception {
        Button button = (Button) component(
                in, part -> part instanceof Button one && one.getLabel().strip().equals(label));
        for (int waited = 0; !button.isEnabled(); waited += STEP_MS) pause(waited);
        for (ActionListener listener : button.getActionListeners())
            listener.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label));
    }

    private static Component component(Container in, Predicate<Component> wanted) {
        return parts(in).filter(wanted).findFirst().orElseThrow();
    }

    private static Stream<Component> parts(Container in) {
        return Stream.of(in.getComponents())
                .flatMap(part -> part instanceof Container inner
                        ? Stream.concat(Stream.of(part), parts(inner))
                        : Stream.of(part));
    }

    private static Window await(Predicate<Window> wanted) throws Exception {
        for (int waited = 0; ; waited += STEP_MS) {
            Optional<Window> there = Stream.of(Window.getWindows())
                    .filter(window -> window.isShowing() && wanted.test(window))
                    .findFirst();
            if (there.isPresent()) return there.get();
            pause(waited);
        }
    }

    private static void pause(int waited) throws InterruptedException {
        if (waited > PATIENCE_MS) throw new IllegalStateException("the window does not come");
        Thread.sleep(STEP_MS);
    }

    private static BufferedImage taken(Window window) throws Exception {
        window.setLocation(Math.max(0, window.getX()), Math.max(0, window.getY()));
        window.toFront();
        return taken(window.getBounds());
    }

    /** Once two pictures are the same nothing is being drawn any more. */
    private static BufferedImage taken(Rectangle part) throws Exception {
        Robot robot = new Robot();
        robot.waitForIdle();
        BufferedImage last = robot.createScreenCapture(part);
        for (int waited = 0; ; waited += 5 * STEP_MS) {
            Thread.sleep(5 * STEP_MS);
            pause(waited);
            BufferedImage now = robot.createScreenCapture(part);
            if (PictureFile.same(last, now)) return now;
            last = now;
        }
    }

    /** A dialog that is only disposed of takes that for OK. */
    private static void closeAll() throws Exception {
        for (Window window : Window.getWindows()) {
            if (window instanceof GenericDialog dialog && dialog.isShowing()) press(dialog, "Cancel");
            if (window instanceof JFrame) window.dispose();
        }
        for (int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0])) {
            ImagePlus image = WindowManager.getImage(id);
            image.changes = false;
            image.close();
        }
    }
}
