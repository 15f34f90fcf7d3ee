package org.ichradiomics.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.prefs.PrefService;

import org.ichradiomics.imagej.HeadCt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Macros in Fiji with its window up: no command of ours lets the dialog ask, whichever keys a macro leaves out.
 *
 * <p>Covers CalledImagePreprocessor.
 */
class UnaskedInputsTest {

    private static final Context CONTEXT =
            new Context(CommandService.class, PluginService.class, ModuleService.class, PrefService.class);

    /** Resolves the keys that a macro names and no others, as ImageJ-legacy's preprocessor does. */
    private static final class NamedKeys extends AbstractPreprocessorPlugin {

        private final String options;

        NamedKeys(String options) {
            this.options = options;
        }

        @Override
        public void process(Module module) {
            Macro.setOptions(options);
            for (ModuleItem<?> input : module.getInfo().inputs()) {
                String value = options == null ? null : Macro.getValue(options, input.getName(), null);
                if (value == null || input.getType() != String.class) continue;
                module.setInput(input.getName(), value);
                module.resolveInput(input.getName());
            }
        }
    }

    /** Stands where the dialog would: notes what it would ask for, and ends the command before it runs. */
    private static final class Dialog extends AbstractPreprocessorPlugin {

        private final List<String> asked = new ArrayList<>();
        private boolean reached;

        @Override
        public void process(Module module) {
            reached = true;
            for (ModuleItem<?> input : module.getInfo().inputs())
                if (!module.isInputResolved(input.getName())) asked.add(input.getName());
            Macro.setOptions(null);
            cancel(null);
        }
    }

    /** All that are in SciJava's index, and so whatever is added to it. */
    static List<CommandInfo> commands() {
        return CONTEXT.service(CommandService.class).getCommandsOfType(Command.class).stream()
                .filter(info -> info.getDelegateClassName().startsWith("org.ichradiomics."))
                .toList();
    }

    @AfterEach
    void clear() {
        WindowManager.setTempCurrentImage(null);
    }

    private static Dialog run(CommandInfo command, String options) throws Exception {
        Dialog dialog = new Dialog();
        List<PreprocessorPlugin> before = new ArrayList<>(List.of(new NamedKeys(options)));
        before.addAll(CONTEXT.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class));
        before.add(dialog);
        Module module = CONTEXT.service(ModuleService.class).createModule(command);
        CONTEXT.service(ModuleService.class).run(module, before, List.of()).get();
        assertTrue(dialog.reached, command.getTitle());
        return dialog;
    }

    @Test
    void theIndexHasThemAll() throws Exception {
        long items = Files.readAllLines(Path.of("target/classes/plugins.config")).stream()
                .filter(line -> line.contains("MenuItem("))
                .count();
        assertEquals(
                items,
                commands().stream()
                        .filter(info -> !info.getMenuPath().isEmpty())
                        .count());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingIsAskedWithOneKeyNamed(CommandInfo command) throws Exception {
        List<String> keys = StreamSupport.stream(command.inputs().spliterator(), false)
                .filter(item -> item.getType() == String.class)
                .map(ModuleItem::getName)
                .toList();
        for (ImagePlus image : new ImagePlus[] {HeadCt.drawn(), null}) {
            WindowManager.setTempCurrentImage(image);
            for (String options : Stream.concat(Stream.of(""), keys.stream().map(key -> key + "=1"))
                    .toList()) {
                assertEquals(List.of(), run(command, options).asked, command.getTitle() + " with \"" + options + "\"");
            }
        }
    }

    /** With somebody before the screen as well: our own dialog opens, and records itself. */
    @ParameterizedTest
    @MethodSource("commands")
    void nothingIsAskedWithoutAMacro(CommandInfo command) throws Exception {
        assertEquals(List.of(), run(command, null).asked, command.getTitle());
    }

    @Test
    void whatAScriptGivesIsUsedAndWhatNobodyGivesIsLeftOpen() throws Exception {
        CommandInfo extract = CONTEXT.service(CommandService.class).getCommand(ExtractCommand.class);
        for (boolean isGiven : new boolean[] {true, false}) {
            Module module = CONTEXT.service(ModuleService.class).createModule(extract);
            if (isGiven) {
                module.setInput("bins", "64");
                module.resolveInput("bins");
            }
            new UnaskedInputs().process(module);
            assertEquals(isGiven, ((MenuCommand) module.getDelegateObject()).isGiven());
        }
    }
}
