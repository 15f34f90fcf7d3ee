package org.ichradiomics.plugin;

import java.awt.TextField;
import java.util.Map;
import java.util.Optional;

import ij.Macro;
import ij.gui.GenericDialog;
import ij.io.DirectoryChooser;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.menu.Help;
import org.ichradiomics.text.InvalidInputException;

/** <i>Open CT...</i> in plain ImageJ. */
public final class OpenCtPlugIn implements PlugIn {

    /** What the dialog says above its fields. */
    public static final String MESSAGE = "A head CT as HU in mm, in the brain window.\n"
            + "Path: a folder or zip of DICOM files, or a NIfTI, NRRD, MetaImage or TIFF file; may be dropped onto "
            + "the field.";

    private static final int WIDTH = 36;

    @Override
    public void run(String arg) {
        Guarded.run(() -> {
            if (!Screen.hasUser()) {
                CtOpening.run(Options.parse(Macro.getOptions(), CtOpening.DEFAULTS), CtOpening.Chooser.FIRST);
                return;
            }
            Optional<Options> options = ask();
            if (options.isPresent()) open(options.get());
        });
    }

    /**
     * Opens it, and asks for the series.
     *
     * @throws InvalidInputException if the scan cannot be read
     */
    public static void open(Options options) throws InvalidInputException {
        CtOpening.run(
                options,
                Screen.hasUser()
                        ? new ChoosingUser("Series", "Several series: which one?", "series")
                        : CtOpening.Chooser.FIRST);
    }

    /** Which series is asked when there are several. */
    private static Optional<Options> ask() {
        GenericDialog dialog = new GenericDialog("ICH Radiomics - Open CT");
        dialog.addMessage(MESSAGE);
        dialog.addFileField("Path", "", WIDTH);
        // Browse chooses files only.
        dialog.addButton(
                "Folder...",
                event -> chooseFolder((TextField) dialog.getStringFields().get(0)));
        dialog.addHelp(Help.HELP.html());
        dialog.showDialog();
        if (dialog.wasCanceled()) return Optional.empty();
        return Optional.of(Options.of(Map.of("path", dialog.getNextString()), CtOpening.DEFAULTS));
    }

    private static void chooseFolder(TextField path) {
        boolean isRecording = Recorder.record;
        // The field is recorded; the chooser would record itself as one more option.
        Recorder.record = false;
        try {
            String folder = new DirectoryChooser("Folder of the CT").getDirectory();
            if (folder != null) path.setText(folder);
        } finally {
            Recorder.record = isRecording;
        }
    }
}
