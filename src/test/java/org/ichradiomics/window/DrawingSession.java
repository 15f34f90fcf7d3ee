package org.ichradiomics.window;

import java.awt.AWTException;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.CheckboxGroup;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

import static org.ichradiomics.window.ImageJSession.await;
import static org.ichradiomics.window.ImageJSession.ok;
import static org.ichradiomics.window.ImageJSession.text;

/**
 * A reader who draws as the help says: on each slice, t, <i>Extract...</i>, OK; then the next patient, without clearing
 * anything. Runs in a Java of its own, on a screen of its own of 1366 × 768.
 */
public final class DrawingSession {

    private final Path out;
    private final Path samples;
    private final Properties seen = new Properties();
    private final Robot robot;

    /** What waited for an OK after the last command. */
    private volatile String said = "nothing";

    private DrawingSession(Path out, Path samples) throws AWTException {
        this.out = out;
        this.samples = samples;
        robot = new Robot();
        robot.setAutoWaitForIdle(true);
    }

    /**
     * @param args ImageJ's folder with plugins/, the folder for screenshots and what was seen, that of the sample
     *     images
     */
    public static void main(String[] args) throws Exception {
        DrawingSession session = new DrawingSession(Path.of(args[1]), Path.of(args[2]));
        try {
            session.run(args[0]);
        } catch (Throwable e) {
            session.seen.setProperty("failure", e.toString());
            session.screenshot("failure");
            e.printStackTrace();
        }
        try (Writer writer = Files.newBufferedWriter(session.out.resolve("drawing.properties"))) {
            session.seen.store(writer, null);
        }
        Runtime.getRuntime().halt(0);
    }

    private void run(String folder) throws Exception {
        System.setProperty("plugins.dir", folder);
        ImageJ.main(new String[] {"-ijpath", folder});
        await(
                "ImageJ's window",
                () -> IJ.getInstance() != null && IJ.getInstance().isShowing() && Menus.getCommands() != null);
        ImagePlus first = open(samples.resolve("head-ct-phantom.tif"));
        draw(first, rois());
        seen.setProperty("first", extract("first"));
        saveAndOpenAgain(first);
        nextPatient();
        chooseBetweenTwo();
        patientOfAnotherFile();
        besideThoseOfAClosedPatient();
        framesAndChannels();
    }

    private static ImagePlus open(Path file) throws Exception {
        ImagePlus image = IJ.openImage(file.toString());
        image.show();
        return await(
                file + " to show",
                () -> WindowManager.getCurrentImage() == image
                                && image.getWindow().isShowing()
                        ? image
                        : null);
    }

    private List<Roi> rois() throws Exception {
        List<Roi> rois = new ArrayList<>();
        Path file = samples.resolve("head-ct-phantom-rois.zip");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                rois.add(RoiDecoder.openFromByteArray(zip.readAllBytes()));
            }
        }
        return rois;
    }

    /** Goes to each slice, draws, and presses t. */
    private void draw(ImagePlus image, List<Roi> rois) throws Exception {
        for (Roi roi : rois) {
            int before = managed();
            image.setSlice(roi.getPosition());
            Roi stroke = (Roi) roi.clone();
            stroke.setPosition(0);
            stroke.setName(null);
            image.setRoi(stroke);
            await("the key t", () -> {
                image.getWindow().toFront();
                image.getCanvas().requestFocus();
                robot.waitForIdle();
                return image.getCanvas().isFocusOwner();
            });
            robot.keyPress(KeyEvent.VK_T);
            robot.keyRelease(KeyEvent.VK_T);
            await("the ROI in the manager", () -> managed() == before + 1);
        }
    }

    private static int managed() {
        RoiManager manager = RoiManager.getInstance2();
        return manager == null ? 0 : manager.getCount();
    }

    private GenericDialog dialog(String item) throws Exception {
        ImageJSession.choose(item);
        GenericDialog dialog = await(item, () -> ImageJSession.showing(GenericDialog.class));
        dialog.setLocation(300, 20);
        return dialog;
    }

    private void press(GenericDialog dialog, String item) throws Exception {
        said = "nothing";
        ImageJSession.click(robot, ok(dialog));
        await(dialog.getTitle() + " to close", () -> !dialog.isShowing());
        await(item + " to end", () -> {
            // What is only said waits for an OK as well.
            Dialog window = ImageJSession.dialog("ICH Radiomics");
            if (window != null) {
                said = window.getTitle();
                window.dispose();
            }
            return ImageJSession.thread(item) == null;
        });
    }

    /** @return what the dialog showed, voxels, R-score and ROI of the row */
    private String extract(String name) throws Exception {
        GenericDialog dialog = dialog("Extract...");
        String preview = text(dialog.getMessage());
        screenshot("draw-extract-" + name);
        int before = ResultsTable.getResultsTable() == null
                ? 0
                : ResultsTable.getResultsTable().size();
        press(dialog, "Extract...");
        await(
                "the row",
                () -> ResultsTable.getResultsTable() != null
                        && ResultsTable.getResultsTable().size() == before + 1);
        return preview + "|" + row(before);
    }

    private static String row(int row) {
        ResultsTable table = ResultsTable.getResultsTable();
        return (int) table.getValue("Voxels", row) + "|" + table.getValue("R-score", row) + "|"
                + table.getStringValue("ROI", row) + "|"
                + table.getStringValue("Notes", row);
    }

    /** The mask as a file, and back as ROIs, an older selection being there. */
    private void saveAndOpenAgain(ImagePlus image) throws Exception {
        Path mask = out.resolve("drawn.nii.gz");
        Files.deleteIfExists(mask);
        GenericDialog dialog = dialog("Save Mask...");
        ImageJSession.field(dialog, "Save to (.nii.gz)").setText(mask.toString());
        seen.setProperty("save.preview", text(dialog.getMessage()));
        screenshot("draw-save-mask");
        press(dialog, "Save Mask...");
        seen.setProperty("save.said", said);
        seen.setProperty("saved", Boolean.toString(Files.exists(mask)));
        dialog = dialog("Volume...");
        seen.setProperty("volume.preview", text(dialog.getMessage()));
        screenshot("draw-volume");
        press(dialog, "Volume...");
        image.setSlice(3);
        image.setRoi(5, 5, 20, 20);
        IJ.runMacro("run('Open Mask...', 'path=[" + mask + "]');");
        seen.setProperty("selection", String.valueOf(image.getRoi()));
        seen.setProperty("again", extract("again"));
        IJ.runMacro("run('Extract...', 'mask=[mask file] maskpath=[" + mask + "]');");
        seen.setProperty("again.file", row(ResultsTable.getResultsTable().size() - 1));
    }

    /** Opened with nothing cleared: the ROIs of the first patient are put away. */
    private void nextPatient() throws Exception {
        int before = managed();
        GenericDialog dialog = dialog("Open CT...");
        ((TextField) dialog.getStringFields().get(0))
                .setText(samples.resolve("head-ct-phantom.nii.gz").toString());
        press(dialog, "Open CT...");
        ImagePlus second = await("the CT", () -> WindowManager.getImage("head-ct-phantom.nii.gz"));
        await(
                "the window",
                () -> second.getWindow() != null && second.getWindow().isShowing());
        String log = IJ.getLog();
        String zip = log.substring(log.lastIndexOf("were put away in ") + "were put away in ".length())
                .strip();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(Path.of(zip)))) {
            int entries = 0;
            while (in.getNextEntry() != null) entries++;
            seen.setProperty("put.away", before + " " + entries + " " + managed());
        }
        List<Roi> drawn = new ArrayList<>();
        int voxels = 0;
        for (int slice = 4; slice <= 6; slice++) {
            Roi roi = new PolygonRoi(
                    new int[] {140, 160, 165, 150}, new int[] {120, 118, 135, 140 + slice}, 4, Roi.POLYGON);
            roi.setPosition(slice);
            drawn.add(roi);
            Roi free = new PolygonRoi(roi.getFloatPolygon(), Roi.FREEROI);
            second.setSlice(slice);
            second.setRoi(free);
            voxels += second.getStatistics().pixelCount;
        }
        draw(second, drawn);
        seen.setProperty("second.expected", Integer.toString(voxels));
        seen.setProperty("second", extract("second"));
    }

    /** A selection that is none of the ROIs: OK waits until one of the two is chosen. */
    private void chooseBetweenTwo() throws Exception {
        ImagePlus image = WindowManager.getCurrentImage();
        image.setSlice(5);
        image.setRoi(150, 125, 4, 4);
        GenericDialog dialog = dialog("Extract...");
        seen.setProperty("differ", text(dialog.getMessage()).replace('\n', ' '));
        await("OK to wait", () -> !ok(dialog).isEnabled());
        screenshot("draw-differ");
        Choice mask = (Choice) dialog.getChoices().get(0);
        mask.select("ROI Manager");
        mask.dispatchEvent(new ItemEvent(mask, ItemEvent.ITEM_STATE_CHANGED, "ROI Manager", ItemEvent.SELECTED));
        await("OK", () -> ok(dialog).isEnabled());
        seen.setProperty("differ.chosen", text(dialog.getMessage()));
        int before = ResultsTable.getResultsTable().size();
        press(dialog, "Extract...");
        await("the row", () -> ResultsTable.getResultsTable().size() == before + 1);
        seen.setProperty("differ.row", row(before));
        askedByRadioButtons();
    }

    /** Where no dialog has asked before, as in Fiji's own. */
    private void askedByRadioButtons() throws Exception {
        AtomicReference<Object> answer = new AtomicReference<>();
        Thread asking = new Thread(() -> answer.set(ask()));
        asking.start();
        GenericDialog dialog = await("the question", () -> ImageJSession.showing("ICH Radiomics - Which mask"));
        dialog.setLocation(300, 20);
        await("OK to wait", () -> !ok(dialog).isEnabled());
        screenshot("draw-which-mask");
        CheckboxGroup group = (CheckboxGroup) dialog.getRadioButtonGroups().get(0);
        seen.setProperty("asked.preselected", String.valueOf(group.getSelectedCheckbox()));
        List<Checkbox> boxes = new ArrayList<>();
        find(dialog, boxes);
        seen.setProperty(
                "asked", String.join("|", boxes.stream().map(Checkbox::getLabel).toList()));
        group.setSelectedCheckbox(boxes.get(1));
        boxes.get(1)
                .dispatchEvent(new ItemEvent(
                        boxes.get(1), ItemEvent.ITEM_STATE_CHANGED, boxes.get(1).getLabel(), ItemEvent.SELECTED));
        await("OK", () -> ok(dialog).isEnabled());
        ImageJSession.click(robot, ok(dialog));
        asking.join();
        seen.setProperty("asked.answer", String.valueOf(answer.get()));
    }

    /** The plugin's classes are in the loader of its jar. */
    private static Object ask() {
        try {
            ClassLoader plugin = IJ.getClassLoader();
            Class<?> source = plugin.loadClass("org.ichradiomics.imagej.MaskSource");
            Class<?> choice = plugin.loadClass("org.ichradiomics.imagej.MaskChoice");
            Object overlay = choice.getConstructors()[0].newInstance(
                    source.getField("OVERLAY").get(null), "6 slices, 7.15 mL");
            Object manager = choice.getConstructors()[0].newInstance(
                    source.getField("ROI_MANAGER").get(null), "3 slices, 1.20 mL");
            Class<?> user = plugin.loadClass("org.ichradiomics.plugin.AskingUser");
            return user.getMethod("choose", String.class, List.class)
                    .invoke(user.getConstructor().newInstance(), "mask", List.of(overlay, manager));
        } catch (ReflectiveOperationException e) {
            return e;
        }
    }

    private static void find(Container in, List<Checkbox> boxes) {
        for (Component one : in.getComponents()) {
            if (one instanceof Checkbox box) boxes.add(box);
            else if (one instanceof Container more) find(more, boxes);
        }
    }

    /** Opened by ImageJ itself while the CT with its ROIs is open. */
    private void patientOfAnotherFile() throws Exception {
        ImagePlus copy = WindowManager.getImage("head-ct-phantom.tif").duplicate();
        copy.setOverlay(null);
        Path file = out.resolve("other-patient.tif");
        IJ.saveAsTiff(copy, file.toString());
        open(file);
        GenericDialog dialog = dialog("Extract...");
        seen.setProperty("source", ((Choice) dialog.getChoices().get(0)).getSelectedItem());
        seen.setProperty("others", text(dialog.getMessage()).replace('\n', ' '));
        await("OK to wait", () -> !ok(dialog).isEnabled());
        screenshot("draw-others");
        cancel(dialog);
    }

    private void cancel(GenericDialog dialog) throws Exception {
        Button cancel = Stream.of(dialog.getButtons())
                .filter(one -> one != null && one.getLabel().contains("Cancel"))
                .findFirst()
                .orElseThrow();
        ImageJSession.click(robot, cancel);
        await("Extract... to end", () -> ImageJSession.thread("Extract...") == null);
    }

    /** The CT with its ROIs is closed, and the next patient drawn into the same ROI Manager. */
    private void besideThoseOfAClosedPatient() throws Exception {
        ImagePlus here = WindowManager.getCurrentImage();
        WindowManager.getImage("head-ct-phantom.nii.gz").close();
        draw(here, rois().subList(0, 1));
        GenericDialog dialog = dialog("Extract...");
        seen.setProperty("closed", text(dialog.getMessage()).replace('\n', ' '));
        await("OK to wait", () -> !ok(dialog).isEnabled());
        screenshot("draw-closed");
        cancel(dialog);
    }

    /** Slices that ImageJ calls frames or channels, in a macro. */
    private void framesAndChannels() {
        IJ.run("Close All");
        for (String dimensions : List.of(
                "channels=1 slices=10 frames=1", "channels=1 slices=1 frames=10", "channels=10 slices=1 frames=1")) {
            IJ.runMacro("newImage('ct', '32-bit black', 40, 40, 10);"
                    + "for (s=1; s<=10; s++) { setSlice(s); for (y=0;y<40;y++) for (x=0;x<40;x++) setPixel(x,y, "
                    + "40+s*3+((x*7+y*13)%11)); }"
                    + "run('Properties...', '" + dimensions
                    + " pixel_width=0.45 pixel_height=0.45 voxel_depth=5.0 unit=mm');"
                    + "roiManager('reset');"
                    + "for (s=5; s<=7; s++) { setSlice(s); makeOval(12,12,14,14); roiManager('Add'); }"
                    + "run('Select None');"
                    + "run('Extract...', 'mask=[ROI Manager]');");
            String key = dimensions.replaceAll("\\w+=1( |$)", "").replaceAll("=.*", "");
            seen.setProperty(key, row(ResultsTable.getResultsTable().size() - 1));
            IJ.run("Close All");
        }
    }

    private void screenshot(String name) throws Exception {
        ImageJSession.screenshot(robot, out.resolve(name + ".png").toFile());
    }
}
