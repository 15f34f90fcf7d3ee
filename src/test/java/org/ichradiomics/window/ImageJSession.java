package org.ichradiomics.window;

import java.awt.AWTException;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.GridBagLayout;
import java.awt.Label;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.Panel;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseMotionAdapter;
import java.io.File;
import java.io.Writer;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.RoiEnlarger;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import ij.text.TextWindow;

import org.ichradiomics.study.SmallStudy;

/**
 * A user at the windows of plain ImageJ with the plugin installed: opens the sample, chooses <i>Extract...</i> in the
 * menu with the Recorder on, reads the dialog, presses OK, and runs the recorded macro again. Runs in a Java of its
 * own, on a screen of its own.
 */
public final class ImageJSession {

    /** For one state; far more than the slowest machine needs, so that only what never comes is given up. */
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(3);

    private static final long LOOK_MS = 20;
    private static final Pattern RECORDED = Pattern.compile("run\\(\"Extract\\.\\.\\.\".*?\\);", Pattern.DOTALL);

    private final Path out;
    private final Properties seen = new Properties();

    private final Path samples;
    private final Path series;
    private final Robot robot;

    private ImageJSession(Path out, Path samples, Path series) throws AWTException {
        this.out = out;
        this.samples = samples;
        this.series = series;
        robot = new Robot();
        robot.setAutoWaitForIdle(true);
    }

    /**
     * @param args ImageJ's folder with plugins/, the folder for screenshots and what was seen, that of the sample
     *     images, and one of two series
     */
    public static void main(String[] args) throws Exception {
        Files.deleteIfExists(Path.of(args[1], "seen.properties"));
        ImageJSession session = new ImageJSession(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
        try {
            session.run(args[0]);
        } catch (Throwable e) {
            session.seen.setProperty("failure", e.toString());
            session.screenshot("failure.png");
            e.printStackTrace();
        }
        try (Writer writer = Files.newBufferedWriter(session.out.resolve("seen.properties"))) {
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
        seen.setProperty("menu", menu());
        choose("Open Sample");
        await("the sample", () -> WindowManager.getCurrentImage() != null);
        Recorder recorder = new Recorder();
        IJ.getInstance().setLocation(0, 0);
        recorder.setLocation(0, 700);
        choose("Extract...");
        GenericDialog dialog = await("the dialog", () -> showing(GenericDialog.class));
        dialog.setLocation(700, 20);
        seen.setProperty("dialog", dialog.getTitle());
        seen.setProperty("preview", text(dialog.getMessage()));
        seen.setProperty("fields", labels(dialog));
        screenshot("extract-dialog.png");
        unfold(dialog);
        seen.setProperty("fields.more", labels(dialog));
        tick(dialog, "Show all features in a table");
        screenshot("extract-dialog-more.png");
        click(ok(dialog));
        await(
                "the Results row",
                () -> ResultsTable.getResultsTable() != null
                        && ResultsTable.getResultsTable().size() == 1);
        await("the full table", () -> WindowManager.getWindow("ICH Radiomics"));
        ended("Extract...");
        JFrame card = await("the card", () -> showing(JFrame.class));
        seen.setProperty("card", card.getTitle() + "|" + words(card));
        screenshot("card.png");
        card.dispose();
        place("Results", 0, 380, 1380, 160);
        place("ICH Radiomics", 0, 550, 1380, 160);
        screenshot("results.png");
        seen.setProperty("score.window", Double.toString(score(0)));
        seen.setProperty(
                "columns", String.join("|", ResultsTable.getResultsTable().getHeadings()));
        Matcher line = RECORDED.matcher(recorder.getText());
        if (!line.find()) throw new IllegalStateException("nothing was recorded: " + recorder.getText());
        seen.setProperty("recorded", line.group());
        recorder.close();
        IJ.runMacro(line.group());
        await("the macro's row", () -> ResultsTable.getResultsTable().size() == 2);
        seen.setProperty("score.macro", Double.toString(score(1)));
        seen.setProperty("kurtosis", IJ.runMacro("return call(\"org.ichradiomics.Macro.value\", 1, \"kurtosis\");"));
        Path scored = out.resolve("scored.csv");
        IJ.runMacro("run('R-score...', 'table=[ICH Radiomics] out=[" + scored + "]');");
        await("the scored table", () -> Files.exists(scored));
        String[] labels = Files.readString(scored).split("\n");
        seen.setProperty("scored", labels[1].substring(0, labels[1].indexOf(",\"")));
        volumeAndExpansion();
        openSaveAndMeasureAgain();
        chooseASeries();
        measureACohort();
        runAStudy();
        stopAStudy();
        trainValidateAndCompareReaders();
        choose("Feature Reference");
        await("the feature reference", () -> WindowManager.getWindow("ICH Radiomics Features"));
        choose("About ICH Radiomics...");
        await("the about box", () -> dialog("About ICH Radiomics"));
        screenshot("about.png");
    }

    /** The volume of the sample, and its growth to a copy of it that was drawn larger. */
    private void volumeAndExpansion() throws Exception {
        choose("Volume...");
        GenericDialog volume = await("the dialog of Volume", () -> showing("ICH Radiomics - Volume"));
        volume.setLocation(700, 20);
        seen.setProperty("volume.preview", text(volume.getMessage()));
        screenshot("volume-dialog.png");
        int before = ResultsTable.getResultsTable().size();
        click(ok(volume));
        await("the volume's row", () -> ResultsTable.getResultsTable().size() == before + 1);
        ended("Volume...");
        seen.setProperty(
                "volume", Double.toString(ResultsTable.getResultsTable().getValue("Volume (mL)", before)));
        ImagePlus later = WindowManager.getCurrentImage().duplicate();
        later.setTitle("follow-up.tif");
        for (Roi roi : later.getOverlay().toArray()) {
            Roi larger = RoiEnlarger.enlarge(roi, 2);
            larger.setPosition(roi.getPosition());
            later.getOverlay().remove(roi);
            later.getOverlay().add(larger);
        }
        later.show();
        Recorder recorder = new Recorder();
        recorder.setLocation(0, 700);
        choose("Expansion...");
        GenericDialog expansion = await("the dialog of Expansion", () -> showing("ICH Radiomics - Expansion"));
        expansion.setLocation(700, 20);
        seen.setProperty("expansion.preview", text(expansion.getMessage()));
        screenshot("expansion-dialog.png");
        click(ok(expansion));
        await("the expansion's row", () -> ResultsTable.getResultsTable().size() == before + 2);
        await("the definitions", () -> WindowManager.getWindow("ICH Expansion"));
        ended("Expansion...");
        place("Results", 0, 380, 1380, 160);
        place("ICH Expansion", 0, 550, 1380, 260);
        screenshot("expansion.png");
        seen.setProperty(
                "growth", Double.toString(ResultsTable.getResultsTable().getValue("Growth (%)", before + 1)));
        seen.setProperty(
                "definitions",
                Integer.toString(ResultsTable.getResultsTable("ICH Expansion").size()));
        String recorded = recorder.getText();
        recorder.close();
        Matcher pair = Pattern.compile("run\\(\"Expansion\\.\\.\\.\".*?\\);", Pattern.DOTALL)
                .matcher(recorded);
        if (!pair.find()) throw new IllegalStateException("nothing was recorded: " + recorded);
        seen.setProperty("recorded.expansion", pair.group());
        IJ.runMacro(pair.group());
        await("the macro's row", () -> ResultsTable.getResultsTable().size() == before + 3);
        seen.setProperty(
                "growth.macro", Double.toString(ResultsTable.getResultsTable().getValue("Growth (%)", before + 2)));
    }

    static Button ok(GenericDialog dialog) {
        return Arrays.stream(dialog.getButtons())
                .filter(b -> b != null && b.getLabel().contains("OK"))
                .findFirst()
                .orElseThrow();
    }

    static GenericDialog showing(String title) {
        return dialog(title) instanceof GenericDialog dialog ? dialog : null;
    }

    /** The sample as NIfTI, its mask as ROIs, and these as a mask again, all by the menu. */
    private void openSaveAndMeasureAgain() throws Exception {
        IJ.run("Close All");
        Recorder recorder = new Recorder();
        recorder.setLocation(0, 700);
        GenericDialog dialog = dialogOf("Open CT...");
        ((TextField) dialog.getStringFields().get(0))
                .setText(samples.resolve("head-ct-phantom.nii.gz").toString());
        screenshot("open-ct-dialog.png");
        press(dialog);
        await("the CT", () -> WindowManager.getCurrentImage() != null);
        ended("Open CT...");
        seen.setProperty(
                "ct",
                WindowManager.getCurrentImage().getTitle() + " "
                        + WindowManager.getCurrentImage().getDisplayRangeMin() + " "
                        + WindowManager.getCurrentImage().getDisplayRangeMax() + " "
                        + WindowManager.getCurrentImage().getCalibration().getZUnit());
        dialog = dialogOf("Open Mask...");
        ((TextField) dialog.getStringFields().get(0))
                .setText(samples.resolve("head-ct-phantom-mask.nii.gz").toString());
        press(dialog);
        await(
                "the ROIs",
                () -> RoiManager.getInstance2() != null
                        && RoiManager.getInstance2().getCount() == 6);
        ended("Open Mask...");
        WindowManager.getCurrentWindow().setLocation(300, 0);
        RoiManager.getInstance2().setLocation(900, 0);
        screenshot("open-mask.png");
        StringBuilder positions = new StringBuilder();
        for (Roi roi : RoiManager.getInstance2().getRoisAsArray())
            positions
                    .append(roi.getName())
                    .append('@')
                    .append(roi.getPosition())
                    .append('|');
        seen.setProperty("rois", positions.toString());
        Path mask = out.resolve("mask.nii.gz");
        Files.deleteIfExists(mask);
        dialog = dialogOf("Save Mask...");
        field(dialog, "Save to (.nii.gz)").setText(mask.toString());
        screenshot("save-mask-dialog.png");
        press(dialog);
        await("the saved mask", () -> Files.exists(mask));
        // No window waits where nothing is in question: this would wait for one in vain.
        ended("Save Mask...");
        String recorded = recorder.getText();
        recorder.close();
        seen.setProperty(
                "recorded.open",
                recorded.substring(recorded.indexOf("run(\"Open CT")).strip());
        IJ.run("Close All");
        RoiManager.getInstance2().reset();
        Files.delete(mask);
        IJ.runMacro(seen.getProperty("recorded.open"));
        await("the replayed mask", () -> Files.exists(mask));
        IJ.runMacro("run('Extract...', 'mask=[ROI Manager]'); run('Extract...', 'mask=[mask file] maskpath=[" + mask
                + "]');");
        await(
                "their rows",
                () -> ResultsTable.getResultsTable().size() >= 2
                        && score(ResultsTable.getResultsTable().size() - 1) != 0);
        int rows = ResultsTable.getResultsTable().size();
        seen.setProperty("score.rois", Double.toString(score(rows - 2)));
        seen.setProperty("score.mask", Double.toString(score(rows - 1)));
    }

    /** A folder of two series: which one is asked, what is doubtful is said, and the answer recorded. */
    private void chooseASeries() throws Exception {
        IJ.run("Close All");
        Recorder recorder = new Recorder();
        recorder.setLocation(0, 700);
        GenericDialog dialog = dialogOf("Open CT...");
        ((TextField) dialog.getStringFields().get(0)).setText(series.toString());
        press(dialog);
        GenericDialog question = await("the question", () -> showing("ICH Radiomics - Series"));
        seen.setProperty("series.question", text(question.getMessage()));
        ((Choice) question.getChoices().get(0)).select("2");
        screenshot("series-dialog.png");
        press(question);
        Dialog note = await("what is doubtful", () -> dialog("ICH Radiomics"));
        screenshot("series-note.png");
        note.dispose();
        ended("Open CT...");
        seen.setProperty(
                "recorded.series",
                recorder.getText()
                        .substring(recorder.getText().indexOf("run(\"Open CT"))
                        .strip());
        seen.setProperty(
                "series.slices",
                Integer.toString(WindowManager.getCurrentImage().getNSlices()));
        recorder.close();
        IJ.run("Close All");
        IJ.runMacro(seen.getProperty("recorded.series"));
        seen.setProperty(
                "series.replayed",
                Integer.toString(WindowManager.getCurrentImage().getNSlices()));
    }

    /** A list of two cases, one of them without its mask. */
    private void measureACohort() throws Exception {
        Path table = out.resolve("batch.csv");
        for (String ending : new String[] {".csv", ".json", ".log", ".journal"})
            Files.deleteIfExists(out.resolve("batch" + ending));
        Path cohort = Files.writeString(
                out.resolve("cohort.csv"),
                "case,image,mask,age\np1," + samples.resolve("head-ct-phantom.nii.gz") + ","
                        + samples.resolve("head-ct-phantom-mask.nii.gz") + ",67\np2,"
                        + samples.resolve("head-ct-phantom.nii.gz") + ",,71\n");
        Recorder recorder = new Recorder();
        recorder.setLocation(0, 700);
        GenericDialog first = dialogOf("Batch...");
        ((TextField) first.getStringFields().get(0))
                .setText(out.resolve("gone.csv").toString());
        ((TextField) first.getStringFields().get(1)).setText(table.toString());
        press(first);
        await("what is wrong", () -> dialog("ICH Radiomics")).dispose();
        GenericDialog dialog = await("the dialog again", () -> showing("ICH Radiomics - Batch"));
        seen.setProperty("batch.kept", ((TextField) dialog.getStringFields().get(1)).getText());
        ((TextField) dialog.getStringFields().get(0)).setText(cohort.toString());
        screenshot("batch-dialog.png");
        press(dialog);
        await("the cohort's table", () -> WindowManager.getWindow("ICH Radiomics batch"));
        ended("Batch...");
        place("ICH Radiomics batch", 0, 380, 1380, 160);
        screenshot("batch.png");
        ResultsTable shown = ResultsTable.getResultsTable("ICH Radiomics batch");
        seen.setProperty(
                "batch",
                shown.getStringValue("status", 0) + " " + shown.getStringValue("status", 1) + " "
                        + shown.getValue("R-score", 0));
        String recorded = recorder.getText()
                .substring(recorder.getText().indexOf("run(\"Batch"))
                .strip();
        recorder.close();
        seen.setProperty("recorded.batch", recorded);
        String bytes = Files.readString(table);
        Files.delete(table);
        IJ.runMacro(recorded.replace("resume=no", "resume=yes"));
        await("the resumed table", () -> Files.exists(table));
        seen.setProperty("batch.resumed", Boolean.toString(bytes.equals(Files.readString(table))));
    }

    /** A small study by the menu, and by its recorded line again. */
    private void runAStudy() throws Exception {
        IJ.run("Close All");
        closeTables();
        Path folder = cohort("study");
        Path target = folder.resolve("result");
        Recorder recorder = new Recorder();
        recorder.setLocation(0, 700);
        GenericDialog dialog = dialogOf("Study...");
        dialog.setLocation(300, 20);
        seen.setProperty("study.message", text(dialog.getMessage()));
        screenshot("study-dialog.png");
        ((TextField) dialog.getStringFields().get(0))
                .setText(folder.resolve("study.yml").toString());
        ((TextField) dialog.getStringFields().get(1)).setText(target.toString());
        press(dialog);
        Frame answer = (Frame) await("the answer", () -> WindowManager.getWindow("ICH Radiomics - Study"));
        ended("Study...");
        screenshot("study-windows.png");
        seen.setProperty("study.heap", WindowManager.getImageCount() + " " + titles().size());
        JList<?> entries = entries(answer);
        seen.setProperty(
                "study.entries",
                IntStream.range(0, entries.getModel().getSize())
                        .mapToObj(i -> entries.getModel().getElementAt(i).toString())
                        .collect(Collectors.joining("|")));
        open(entries, "Table 1. Baseline characteristics and outcome");
        await("the table", () -> WindowManager.getWindow("Table 1. Baseline characteristics and outcome"));
        open(entries, "Scores of all cases");
        await("the scores", () -> WindowManager.getWindow("ICH Radiomics study scores"));
        answer.dispose();
        seen.setProperty(
                "study.cell",
                ResultsTable.getResultsTable("Table 1. Baseline characteristics and outcome")
                        .getStringValue("Test: p", 0));
        show("Table 1. Baseline characteristics and outcome", "study-table1.png");
        ResultsTable scores = ResultsTable.getResultsTable("ICH Radiomics study scores");
        seen.setProperty(
                "study.scores",
                scores.size() + " " + scores.getStringValue("case", 0) + " "
                        + scores.getStringValue("R-score group", 0));
        String recorded = recorder.getText()
                .substring(recorder.getText().indexOf("run(\"Study"))
                .strip();
        recorder.close();
        seen.setProperty("recorded.study", recorded);
        String numbers = Files.readString(target.resolve("machine/rscore.csv"));
        closeTables();
        IJ.run("Close All");
        IJ.runMacro(recorded.replace("/result", "/replayed"));
        await("the replayed study", () -> Files.exists(folder.resolve("replayed/study.json")));
        seen.setProperty("study.figures", Integer.toString(WindowManager.getImageCount()));
        seen.setProperty("study.tables", String.join("|", titles()));
        seen.setProperty(
                "study.replayed",
                Boolean.toString(numbers.equals(Files.readString(folder.resolve("replayed/machine/rscore.csv")))));
        closeTables();
        IJ.run("Close All");
    }

    /** The sample study, ended by Esc while it is held between two cross-validations, however fast or slow it is. */
    private void stopAStudy() throws Exception {
        Path target = emptied("stopped");
        GenericDialog dialog = dialogOf("Study...");
        ((TextField) dialog.getStringFields().get(1)).setText(target.toString());
        try (StatusHold hold = new StatusHold("cross-validation with other folds, 1 of ")) {
            press(dialog);
            await("the study's folds", hold::isHolding);
            screenshot("study-progress.png");
            IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        }
        ended("Study...");
        IJ.setKeyUp(KeyEvent.VK_ESCAPE);
        boolean nothing = !Files.exists(target) && WindowManager.getWindow("ICH Radiomics study scores") == null;
        seen.setProperty("study.stopped", Boolean.toString(nothing));
    }

    /** A signature trained by the menu, scored, validated; and its two readers compared. */
    private void trainValidateAndCompareReaders() throws Exception {
        Path folder = cohort("training");
        Path signature = folder.resolve("signature.json");
        Recorder recorder = new Recorder();
        recorder.setLocation(0, 700);
        GenericDialog dialog = dialogOf("Train Signature...");
        dialog.setLocation(300, 20);
        fill(
                dialog,
                folder.resolve("features.csv").toString(),
                folder.resolve("clinical.csv").toString());
        field(dialog, "Cases for training (share)").setText("cohort");
        unfold(dialog);
        field(dialog, "Univariate filter, p below").setText("0.3");
        field(dialog, "Save to (.json)").setText(signature.toString());
        screenshot("train-dialog.png");
        press(dialog);
        await("the signature", () -> WindowManager.getWindow("Signature My signature"));
        await("its AUC", () -> WindowManager.getWindow("ICH Radiomics study AUC"));
        ended("Train Signature...");
        place("Signature My signature", 0, 150, 700, 250);
        place("ICH Radiomics study AUC", 0, 420, 1200, 250);
        screenshot("train.png");
        seen.setProperty(
                "signature",
                String.join(
                        "|",
                        ResultsTable.getResultsTable("Signature My signature").getHeadings()));
        dialog = dialogOf("Validate...");
        fill(
                dialog,
                folder.resolve("features.csv").toString(),
                folder.resolve("clinical.csv").toString(),
                signature.toString());
        Choice outcome = (Choice) behind(dialog, "Outcome");
        await("the columns of the tables", () -> items(outcome).contains("died"));
        seen.setProperty("columns.offered", String.join("|", items(outcome)));
        outcome.select("died");
        screenshot("validate-dialog.png");
        press(dialog);
        await("the validation", () -> WindowManager.getWindow("ICH Radiomics validation"));
        ended("Validate...");
        place("ICH Radiomics validation", 0, 150, 700, 520);
        screenshot("validate.png");
        dialog = dialogOf("Reader Agreement...");
        fill(
                dialog,
                folder.resolve("features.csv").toString(),
                folder.resolve("reader2.csv").toString());
        screenshot("readers-dialog.png");
        press(dialog);
        await("the agreement", () -> WindowManager.getWindow("ICH Radiomics reader agreement"));
        ended("Reader Agreement...");
        place("ICH Radiomics reader agreement", 0, 150, 700, 400);
        screenshot("readers.png");
        seen.setProperty(
                "readers",
                Integer.toString(ResultsTable.getResultsTable("ICH Radiomics reader agreement")
                        .size()));
        String recorded = recorder.getText()
                .substring(recorder.getText().indexOf("run(\"Train"))
                .strip();
        recorder.close();
        seen.setProperty("recorded.training", recorded);
        String json = Files.readString(signature);
        Files.delete(signature);
        closeTables();
        IJ.runMacro(recorded);
        await("the replayed readers", () -> WindowManager.getWindow("ICH Radiomics reader agreement"));
        seen.setProperty("training.replayed", Boolean.toString(json.equals(Files.readString(signature))));
        ResultsTable.open(folder.resolve("features.csv").toString()).show("my features");
        ResultsTable.open(folder.resolve("clinical.csv").toString()).show("my cases");
        await(
                "the tables",
                () -> WindowManager.getWindow("my features") != null && WindowManager.getWindow("my cases") != null);
        Files.delete(signature);
        IJ.runMacro("run('Train Signature...', 'features=[my features] clinical=[my cases] split=cohort p=0.3 out=["
                + signature + "]');");
        seen.setProperty("training.open", Boolean.toString(json.equals(Files.readString(signature))));
    }

    /** A folder with the tables of a small study. */
    private Path cohort(String name) throws Exception {
        Path folder = Files.createDirectory(emptied(name));
        SmallStudy.writeInto(folder);
        return folder;
    }

    /** A folder that is not there, whatever an earlier session left. */
    private Path emptied(String name) throws Exception {
        Path folder = out.resolve(name);
        if (!Files.exists(folder)) return folder;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
        return folder;
    }

    /** The text field behind a label; that of a path has its Browse button beside it. */
    static TextField field(GenericDialog dialog, String label) {
        Component behind = behind(dialog, label);
        return (TextField) (behind instanceof Container panel ? panel.getComponent(0) : behind);
    }

    private static Component behind(GenericDialog dialog, String label) {
        List<Component> parts = parts(dialog);
        int at = IntStream.range(0, parts.size())
                .filter(i ->
                        parts.get(i) instanceof Label text && text.getText().equals(label))
                .findFirst()
                .orElseThrow();
        return parts.get(at + 1);
    }

    /** Fields and labels that show, those behind <i>More</i> among them. */
    private static List<Component> parts(GenericDialog dialog) {
        return Stream.of(dialog.getComponents())
                .flatMap(part -> part instanceof Panel panel && panel.getLayout() instanceof GridBagLayout
                        ? Stream.of(panel.getComponents())
                        : Stream.of(part))
                .filter(Component::isShowing)
                .toList();
    }

    private static String labels(GenericDialog dialog) {
        return parts(dialog).stream()
                .map(part -> part instanceof Label label
                        ? label.getText()
                        : part instanceof Checkbox tick ? tick.getLabel() : "")
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("|"));
    }

    private void unfold(GenericDialog dialog) throws Exception {
        Button more = (Button) parts(dialog).stream()
                .filter(part ->
                        part instanceof Button button && button.getLabel().equals("More..."))
                .findFirst()
                .orElseThrow();
        click(more);
        await("what is behind More", () -> more.getLabel().equals("Less"));
    }

    private static void tick(GenericDialog dialog, String label) {
        parts(dialog).stream()
                .filter(part -> part instanceof Checkbox tick && tick.getLabel().equals(label))
                .forEach(part -> ((Checkbox) part).setState(true));
    }

    private static List<String> items(Choice choice) {
        return IntStream.range(0, choice.getItemCount())
                .mapToObj(choice::getItem)
                .toList();
    }

    private static void fill(GenericDialog dialog, String... texts) {
        for (int i = 0; i < texts.length; i++)
            ((TextField) dialog.getStringFields().get(i)).setText(texts[i]);
    }

    private static String words(Container window) {
        return Stream.of(window.getComponents())
                .map(part -> part instanceof JTextArea text
                        ? text.getText()
                        : part instanceof Container inner ? words(inner) : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("|"));
    }

    private static JList<?> entries(Container window) {
        for (Component part : window.getComponents()) {
            if (part instanceof JList<?> list) return list;
            JList<?> inner = part instanceof Container container ? entries(container) : null;
            if (inner != null) return inner;
        }
        return null;
    }

    /** As Enter does. */
    private static void open(JList<?> entries, String title) {
        SwingUtilities.invokeLater(() -> {
            for (int i = 0; i < entries.getModel().getSize(); i++) {
                if (entries.getModel().getElementAt(i).toString().equals(title)) entries.setSelectedIndex(i);
            }
            KeyStroke enter = KeyStroke.getKeyStroke("ENTER");
            entries.getActionForKeyStroke(enter).actionPerformed(new ActionEvent(entries, 0, ""));
        });
    }

    private void show(String title, String screenshot) throws Exception {
        Frame frame = (Frame) await(title, () -> WindowManager.getWindow(title));
        frame.setBounds(0, 150, 1380, 600);
        frame.toFront();
        screenshot(screenshot);
    }

    private static List<String> titles() {
        return Stream.of(WindowManager.getNonImageTitles())
                .filter(title -> ResultsTable.getResultsTable(title) != null && !title.equals("Results"))
                .toList();
    }

    private static void closeTables() {
        for (String title : titles())
            if (WindowManager.getWindow(title) instanceof TextWindow window) window.close(false);
    }

    static Thread thread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private GenericDialog dialogOf(String item) throws Exception {
        choose(item);
        return await(item, () -> showing(GenericDialog.class));
    }

    /** Presses OK and waits until the dialog is gone. */
    private void press(GenericDialog dialog) throws Exception {
        dialog.setLocation(300, 20);
        click(ok(dialog));
        await(dialog.getTitle() + " to close", () -> !dialog.isShowing());
    }

    /**
     * Waits until a command of the menu has done all it does, its line in the Recorder included: ImageJ runs each in a
     * thread of its name.
     */
    private static void ended(String item) throws InterruptedException {
        await(item + " to end", () -> thread(item) == null);
    }

    private static double score(int row) {
        return ResultsTable.getResultsTable().getValue("R-score", row);
    }

    /** Our submenu, as the user reads it from top to bottom. */
    private static String menu() {
        Menu ours = submenu(Menus.getMenuBar().getMenu(index("Plugins")), "ICH Radiomics");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ours.getItemCount(); i++)
            text.append(ours.getItem(i).getLabel()).append('|');
        return text.toString();
    }

    private static int index(String label) {
        for (int i = 0; i < Menus.getMenuBar().getMenuCount(); i++) {
            if (Menus.getMenuBar().getMenu(i).getLabel().equals(label)) return i;
        }
        throw new IllegalStateException("no menu " + label);
    }

    private static Menu submenu(Menu menu, String label) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            if (menu.getItem(i) instanceof Menu sub && sub.getLabel().equals(label)) return sub;
        }
        throw new IllegalStateException("no submenu " + label);
    }

    /** Chooses an item of our submenu: the event is that of a click on it. */
    static void choose(String label) {
        Menu ours = submenu(Menus.getMenuBar().getMenu(index("Plugins")), "ICH Radiomics");
        for (int i = 0; i < ours.getItemCount(); i++) {
            MenuItem item = ours.getItem(i);
            if (item.getLabel().equals(label)) {
                Toolkit.getDefaultToolkit()
                        .getSystemEventQueue()
                        .postEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, label));
                return;
            }
        }
        throw new IllegalStateException("no item " + label);
    }

    private void click(Button button) throws Exception {
        click(robot, button);
    }

    /**
     * Clicks once the pointer is over the button, as the button itself tells. Where no window manager places it, AWT
     * knows where a dialog is only once it has been moved, so it is moved until the pointer meets the button; one that
     * waits meets none.
     */
    static void click(Robot robot, Button button) throws Exception {
        Window dialog = SwingUtilities.getWindowAncestor(button);
        CountDownLatch over = new CountDownLatch(1);
        button.addMouseMotionListener(new MouseMotionAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                over.countDown();
            }
        });
        await("the pointer on " + button.getLabel() + " of " + dialog, () -> {
            Point corner = dialog.getLocation();
            dialog.setLocation(corner.x, corner.y == 20 ? 21 : 20);
            robot.waitForIdle();
            for (int step = 0; step < 2 && over.getCount() > 0; step++) {
                Point at = button.getLocationOnScreen();
                robot.mouseMove(at.x + button.getWidth() / 2 + step, at.y + button.getHeight() / 2);
            }
            return over.getCount() == 0;
        });
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void screenshot(String name) throws Exception {
        screenshot(robot, new File(out.toFile(), name));
    }

    /** For people to look at; no test reads it. */
    static void screenshot(Robot robot, File file) throws Exception {
        robot.waitForIdle();
        Toolkit.getDefaultToolkit().sync();
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(robot.createScreenCapture(screen), "png", file);
    }

    /** The lines of ImageJ's label, which it shows but does not tell. */
    static String text(Component message) throws ReflectiveOperationException {
        Field lines = MultiLineLabel.class.getDeclaredField("lines");
        lines.setAccessible(true);
        return String.join("\n", (String[]) lines.get(message));
    }

    private static void place(String title, int x, int y, int width, int height) {
        if (WindowManager.getWindow(title) instanceof Frame frame) frame.setBounds(x, y, width, height);
    }

    static Dialog dialog(String title) {
        for (Window window : Window.getWindows()) {
            if (window instanceof Dialog dialog && dialog.isShowing() && title.equals(dialog.getTitle())) return dialog;
        }
        return null;
    }

    static <W extends Window> W showing(Class<W> type) {
        for (Window window : Window.getWindows()) {
            if (type.isInstance(window) && window.isShowing()) return type.cast(window);
        }
        return null;
    }

    static void await(String what, BooleanSupplier there) throws InterruptedException {
        await(what, () -> there.getAsBoolean() ? Boolean.TRUE : null);
    }

    static <T> T await(String what, Supplier<T> look) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE_NS) {
            T found = look.get();
            if (found != null) return found;
            Thread.sleep(LOOK_MS);
        }
        throw new IllegalStateException("waited in vain for " + what + "; the windows that show: " + windows());
    }

    private static List<String> windows() {
        return Stream.of(Window.getWindows())
                .filter(Window::isShowing)
                .map(window -> window instanceof Dialog dialog
                        ? dialog.getTitle() + ": " + said(dialog)
                        : window instanceof Frame frame ? frame.getTitle() : window.getName())
                .toList();
    }

    private static String said(Container container) {
        return Stream.of(container.getComponents())
                .map(part -> {
                    try {
                        return part instanceof MultiLineLabel
                                ? text(part)
                                : part instanceof Container inner ? said(inner) : "";
                    } catch (ReflectiveOperationException e) {
                        return e.toString();
                    }
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
