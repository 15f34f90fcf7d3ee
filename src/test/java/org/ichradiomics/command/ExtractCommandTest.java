package org.ichradiomics.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.HeadCt;
import org.ichradiomics.imagej.MaskSource;
import org.ichradiomics.imagej.Rows;

class ExtractCommandTest {

    private Context context;
    private CommandService commands;

    @BeforeEach
    void start() {
        context = new Context(CommandService.class);
        commands = context.service(CommandService.class);
        IJ.redirectErrorMessages(true);
        ResultsTable.getResultsTable().reset();
    }

    @AfterEach
    void stop() {
        WindowManager.setTempCurrentImage(null);
        context.dispose();
    }

    @Test
    void fieldsAreTheMacroKeysWithTheirDefaults() {
        CommandInfo info = commands.getCommand(ExtractCommand.class);
        Map<String, String> fields = new LinkedHashMap<>();
        for (ModuleItem<?> item : info.inputs()) {
            if (item.getVisibility() == ItemVisibility.MESSAGE || item.getType() != String.class) continue;
            assertFalse(item.isPersisted(), item.getName() + " must not remember");
            assertFalse(item.isRequired(), item.getName() + " has a default");
            fields.put(item.getName(), item.getLabel());
        }
        assertEquals(new ArrayList<>(ExtractOptions.DEFAULTS.keySet()), new ArrayList<>(fields.keySet()));
        ExtractCommand command = new ExtractCommand();
        ExtractOptions.DEFAULTS.forEach((key, value) -> assertEquals(value, field(command, key), key));
    }

    @Test
    void choicesAreTheWordsOfTheMacroKeys() {
        CommandInfo info = commands.getCommand(ExtractCommand.class);
        assertEquals(Arrays.asList(MaskSource.texts()), info.getInput("mask").getChoices());
        assertEquals(Arrays.asList(Rows.texts()), info.getInput("rows").getChoices());
    }

    @Test
    void measuresTheImageItIsGiven() throws Exception {
        CommandModule done = run(HeadCt.drawn(), "mask", "overlay");
        assertFalse(done.isCanceled());
        assertEquals(1, ResultsTable.getResultsTable().size());
        assertEquals(HeadCt.MEASURED.get("kurtosis"), ResultsTable.getResultsTable().getValue("kurtosis", 0));
    }

    @Test
    void anOptionLeftOutHasItsDefaultWhateverWasChosenBefore() throws Exception {
        run(HeadCt.drawn(), "bins", "64");
        run(HeadCt.drawn());
        ResultsTable results = ResultsTable.getResultsTable();
        String texture = "HaralickCorrelation_AllDirection_offset1_SD";
        assertEquals(HeadCt.MEASURED.get(texture), results.getValue(texture, 1));
        assertTrue(results.getValue(texture, 0) != results.getValue(texture, 1));
    }

    @Test
    void anErrorIsSaidAndCancelsWithoutAReason() throws Exception {
        CommandModule refused = run(HeadCt.drawn(), "bins", "abc");
        assertTrue(refused.isCanceled());
        assertEquals("", refused.getCancelReason());
        assertEquals("bins=abc is not a whole number: write bins=256.", IJ.getErrorMessage());
        assertEquals(0, ResultsTable.getResultsTable().size());
    }

    @Test
    void withoutAnImageItSaysSo() throws Exception {
        // What headless Fiji hands over where no image is open.
        CommandModule refused = run(new ImagePlus());
        assertTrue(refused.isCanceled());
        assertEquals("There is no image: open the head CT first.", IJ.getErrorMessage());
    }

    @Test
    void measuresTheImageThatIJRunNames() throws Exception {
        // IJ.run(image, ...) leaves the image with the calling thread; the command runs in another.
        WindowManager.setTempCurrentImage(HeadCt.drawn());
        CommandModule done = commands.run(ExtractCommand.class, true, "mask", "overlay").get();
        assertFalse(done.isCanceled());
        assertEquals(HeadCt.MEASURED.get("kurtosis"), ResultsTable.getResultsTable().getValue("kurtosis", 0));
    }

    private CommandModule run(ImagePlus image, Object... inputs) throws InterruptedException, ExecutionException {
        List<Object> all = new ArrayList<>(List.of("image", image));
        all.addAll(Arrays.asList(inputs));
        return commands.run(ExtractCommand.class, true, all.toArray()).get();
    }

    private static Object field(ExtractCommand command, String name) {
        try {
            var field = ExtractCommand.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
