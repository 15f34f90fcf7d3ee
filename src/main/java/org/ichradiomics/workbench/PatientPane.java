package org.ichradiomics.workbench;

import java.awt.Color;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.imagej.CaseKeeping;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.page.PatientScore;
import org.ichradiomics.text.InvalidInputException;

/** 3 Patient: what clinical scores need to know, and each score with its points. */
final class PatientPane {

    private static final int WIDTH = 4;
    private static final int FEW = 2;

    private final Bench bench;
    private final Look look;
    private final JPanel pane;
    private final Map<String, JComponent> fields = new LinkedHashMap<>();
    private final JTextArea scores;
    private boolean isShowing;

    PatientPane(Bench bench, Look look) {
        this.bench = bench;
        this.look = look;
        pane = look.section("3  Patient");
        JPanel grid = new JPanel(new GridBagLayout());
        grid.setAlignmentX(JComponent.LEFT_ALIGNMENT);
        for (Option item : CaseKeeping.PATIENT) add(item, grid);
        pane.add(Look.low(grid));
        scores = look.sentences(Color.BLACK);
        scores.setToolTipText(ClinicalScore.CAUTION);
        pane.add(scores);
        pane.add(look.row(look.button(
                "Table",
                "The scores whose items are all known, as rows of a table (Ctrl+P)",
                bench.answers()::scores)));
        bench.listen(this::show);
        show();
    }

    JPanel pane() {
        return pane;
    }

    private void add(Option item, JPanel grid) {
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = fields.size() / 2;
        at.anchor = GridBagConstraints.WEST;
        at.insets = new Insets(0, 0, look.size(1), look.size(4));
        JComponent field = item.choices().isEmpty() ? text(item) : choice(item);
        field.setFont(look.font());
        field.setToolTipText(String.join(" ", item.help()));
        field.setMinimumSize(field.getPreferredSize());
        JLabel name = look.label(ClinicalScore.label(item.key()));
        name.setToolTipText(field.getToolTipText());
        at.weightx = fields.size() % 2 == 0 ? 0 : 1;
        fields.put(item.key(), field);
        grid.add(name, at);
        grid.add(field, at);
    }

    private JComponent text(Option item) {
        JTextField field = new JTextField(WIDTH);
        // At once: a button is pressed without leaving the field.
        field.getDocument().addDocumentListener(new Typed(() -> {
            if (!isShowing) bench.enter(item.key(), field.getText());
        }));
        return field;
    }

    private JComponent choice(Option item) {
        JComboBox<String> box = new JComboBox<>(item.choices().toArray(String[]::new));
        box.addActionListener(event -> {
            if (!isShowing) bench.enter(item.key(), (String) box.getSelectedItem());
        });
        return box;
    }

    private void show() {
        isShowing = true;
        Look.enable(pane, bench.visits().first().isPresent());
        Map<String, String> entered =
                bench.visits().first().map(open -> open.state().patient()).orElse(Map.of());
        fields.forEach((key, field) -> {
            String text = entered.getOrDefault(key, "");
            if (field instanceof JTextField line && !line.getText().strip().equals(text)) line.setText(text);
            if (field instanceof JComboBox<?> box) box.setSelectedItem(text);
        });
        scores.setText(String.join("\n", lines()));
        isShowing = false;
    }

    private List<String> lines() {
        if (bench.visits().first().isEmpty() || bench.reading().isEmpty()) return List.of();
        OpenCase open = bench.visits().first().get();
        try {
            return lines(bench.reading()
                    .get()
                    .scores(open.state().signs(), open.state().patient()));
        } catch (InvalidInputException e) {
            return List.of(e.getMessage());
        }
    }

    /** A line for each score; those that wait for many items share one, and what each waits for is its tip. */
    private List<String> lines(List<PatientScore> all) {
        Map<Boolean, List<PatientScore>> parts = all.stream()
                .collect(Collectors.partitioningBy(one -> one.scored().score().isPresent()));
        List<String> lines = new ArrayList<>();
        for (PatientScore one : parts.get(true)) {
            lines.add(one.score().title() + " " + one.scored().text() + " of "
                    + one.score().highest() + ": " + one.items());
        }
        List<PatientScore> waiting = parts.get(false);
        Map<Boolean, List<PatientScore>> few =
                waiting.stream().collect(Collectors.partitioningBy(PatientPane::isClose));
        for (PatientScore one : few.get(true))
            lines.add(one.score().title() + ": " + one.scored().words() + ".");
        if (!few.get(false).isEmpty()) lines.add("More items are missing for: " + titles(few.get(false)) + ".");
        scores.setToolTipText(waiting.stream()
                .map(one -> one.score().title() + ": " + one.scored().words())
                .collect(Collectors.joining("<br>", "<html>" + ClinicalScore.CAUTION + "<br>", "")));
        return lines;
    }

    /** Whether little is missing, or something was entered that cannot be. */
    private static boolean isClose(PatientScore one) {
        String words = one.scored().words();
        return words.contains("\"") || words.split("; ").length <= FEW;
    }

    private static String titles(List<PatientScore> some) {
        return some.stream().map(one -> one.score().title()).collect(Collectors.joining(", "));
    }
}
