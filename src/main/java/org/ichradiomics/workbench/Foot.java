package org.ichradiomics.workbench;

import java.awt.BorderLayout;
import java.awt.Color;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** What is always in sight: the R-score, what is wrong, and the way to the next case. */
final class Foot {

    private static final String[] REASONS = {"no haemorrhage", "motion", "surgery before", "contrast", "incomplete scan"
    };

    private final Bench bench;
    private final JTextArea warnings;
    private final JComponent[] ofCase;
    private final JPanel pane = new JPanel(new BorderLayout());

    Foot(Bench bench, Look look, JLabel score) {
        this.bench = bench;
        warnings = look.sentences(Look.DOUBT);
        JButton undo = look.button("↶", "Undo (Ctrl+Z)", bench.drawing()::undo);
        JButton redo = look.button("↷", "Redo (Ctrl+Y)", bench.drawing()::redo);
        JButton exclude = look.button("Leave out…", "No haemorrhage, or another reason (Ctrl+L)", this::exclude);
        JButton report = look.button("Report…", "Save the case and open its report (Ctrl+R)", bench.saving()::report);
        JButton save = look.button(
                "Save and next", "Save mask, ROIs, row, picture and report (Ctrl+S)", bench.saving()::saveAndNext);
        save.setFont(look.bold());
        ofCase = new JComponent[] {undo, redo, exclude, report, save};
        pane.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, Color.GRAY),
                BorderFactory.createEmptyBorder(look.size(3), look.size(6), look.size(3), look.size(6))));
        pane.add(score, BorderLayout.NORTH);
        pane.add(warnings, BorderLayout.CENTER);
        pane.add(
                look.row(undo, redo, exclude, (JComponent) Box.createHorizontalGlue(), report, save),
                BorderLayout.SOUTH);
        bench.listen(this::show);
        show();
    }

    JPanel pane() {
        return pane;
    }

    void exclude() {
        if (bench.open().isEmpty()) return;
        JComboBox<String> reasons = new JComboBox<>(REASONS);
        reasons.setEditable(true);
        int answer = JOptionPane.showConfirmDialog(
                pane,
                new Object[] {"Why is the case left out? Its row has no values then.", reasons},
                "ICH Radiomics - Leave out",
                JOptionPane.OK_CANCEL_OPTION);
        String reason = String.valueOf(reasons.getSelectedItem()).strip();
        if (answer == JOptionPane.OK_OPTION && !reason.isEmpty()) bench.saving().exclude(reason);
    }

    private void show() {
        List<String> said = bench.warnings();
        warnings.setText(bench.isBusy() && said.isEmpty() ? "working … (Esc stops it)" : String.join("\n", said));
        for (JComponent button : ofCase) button.setEnabled(bench.open().isPresent() && !bench.isBusy());
        pane.revalidate();
    }
}
