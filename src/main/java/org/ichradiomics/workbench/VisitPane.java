package org.ichradiomics.workbench;

import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

import org.ichradiomics.imagej.CaseReading;

/** Which scan of the case is drawn on, the first or a follow-up, and how the haematoma grew from one to the other. */
final class VisitPane {

    private final Bench bench;
    private final JToggleButton first;
    private final JToggleButton later;
    private final JLabel growth;
    private final JPanel pane;

    VisitPane(Bench bench, Look look) {
        this.bench = bench;
        first = look.dressed(new JToggleButton("Baseline"), "Draw on the first scan (X changes between both)");
        later = look.dressed(
                new JToggleButton("Follow-up"), "Draw on a later scan of the same patient (X changes between both)");
        first.addActionListener(event -> {
            bench.turn(false);
            show();
        });
        later.addActionListener(event -> {
            follow();
            show();
        });
        growth = look.label(" ");
        pane = look.row(first, later, growth);
        bench.listen(this::show);
        show();
    }

    JPanel pane() {
        return pane;
    }

    /** To the other scan. */
    void turn() {
        if (bench.visits().isLater()) bench.turn(false);
        else follow();
    }

    private void follow() {
        if (bench.visits().first().isEmpty()) return;
        if (bench.visits().later().isPresent()) {
            bench.turn(true);
        } else if (bench.listedFollowUp().isPresent()) {
            bench.follow(bench.listedFollowUp().get());
        } else {
            JFileChooser chooser = new JFileChooser(
                    bench.visits().first().get().folder().map(Object::toString).orElse(null));
            chooser.setDialogTitle("A later scan of the same patient: a file, or a folder of DICOM files");
            chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
            if (chooser.showOpenDialog(pane) == JFileChooser.APPROVE_OPTION)
                bench.follow(chooser.getSelectedFile().toPath());
        }
    }

    private void show() {
        boolean isOpen = bench.visits().first().isPresent();
        first.setEnabled(isOpen);
        later.setEnabled(isOpen);
        first.setSelected(isOpen && !bench.visits().isLater());
        later.setSelected(bench.visits().isLater());
        boolean isThere =
                bench.visits().later().isPresent() || bench.listedFollowUp().isPresent();
        later.setText(isThere ? "Follow-up" : "Follow-up…");
        Optional<CaseReading> reading = bench.reading();
        growth.setText(reading.flatMap(CaseReading::grown).orElse(" "));
        growth.setToolTipText(reading.map(CaseReading::definitions)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> "<html>" + String.join("<br>", lines))
                .orElse(null));
    }
}
