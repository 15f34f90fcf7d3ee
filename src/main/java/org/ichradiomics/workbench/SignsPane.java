package org.ichradiomics.workbench;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

import org.ichradiomics.imagej.CaseReading;
import org.ichradiomics.imagej.Marks;
import org.ichradiomics.sign.Evidence;
import org.ichradiomics.sign.ReaderAnswer;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.sign.Suggestion;

/** 2 Signs: what the reader says of each, and beside it what the voxels suggest; nothing is answered beforehand. */
final class SignsPane {

    private static final String YES = "suggested";
    private static final String NOT = "not suggested";

    private final Bench bench;
    private final Look look;
    private final Pointing pointing;
    private final JPanel pane;
    private final Map<Sign, Line> lines = new EnumMap<>(Sign.class);

    /** What belongs to a sign. */
    private record Line(List<JToggleButton> answers, JLabel suggested, JButton show) {}

    SignsPane(Bench bench, Look look, Pointing pointing) {
        this.bench = bench;
        this.look = look;
        this.pointing = pointing;
        pane = look.section("2  Signs");
        JPanel grid = new JPanel(new GridBagLayout());
        grid.setAlignmentX(JComponent.LEFT_ALIGNMENT);
        for (Sign sign : Sign.values()) add(sign, grid);
        pane.add(Look.low(grid));
        pane.add(look.row(look.button(
                "Table", "Your answers and what is suggested, as a row of a table (Ctrl+T)", bench.answers()::signs)));
        bench.listen(this::show);
        show();
    }

    JPanel pane() {
        return pane;
    }

    private void add(Sign sign, JPanel grid) {
        String key = "Ctrl+" + Keys.digit(sign) + ": yes, no, unsure, none in turn";
        JLabel name = look.label(sign.title().replace(" sign", ""));
        name.setToolTipText("<html>" + sign.rule() + " (" + sign.source() + ")<br>" + key);
        List<JToggleButton> answers = new ArrayList<>();
        for (ReaderAnswer answer : List.of(ReaderAnswer.YES, ReaderAnswer.NO, ReaderAnswer.UNSURE)) {
            JToggleButton button =
                    look.dressed(new JToggleButton(answer.text()), "You: " + answer.text() + " (" + key + ")");
            button.addActionListener(
                    event -> bench.answer(sign.key(), button.isSelected() ? answer.text() : ReaderAnswer.NONE.text()));
            answers.add(button);
        }
        Line line = new Line(
                answers,
                look.label(NOT),
                look.button("Show", "Go to the slice and outline what is seen", () -> show(sign)));
        line.suggested.setForeground(Look.QUIET);
        // Buttons stay where they are, whatever is suggested meanwhile.
        line.suggested.setText(NOT);
        line.suggested.setPreferredSize(line.suggested.getPreferredSize());
        line.suggested.setMinimumSize(line.suggested.getPreferredSize());
        lines.put(sign, line);
        GridBagConstraints at = new GridBagConstraints();
        at.gridy = lines.size();
        at.anchor = GridBagConstraints.WEST;
        at.insets = new Insets(0, 0, 0, look.size(3));
        at.weightx = 1;
        grid.add(name, at);
        at.weightx = 0;
        answers.forEach(button -> grid.add(button, at));
        grid.add(line.suggested, at);
        grid.add(line.show, at);
    }

    /** Answers a sign otherwise: yes, no, unsure, none in turn. */
    void next(Sign sign) {
        if (bench.visits().first().isEmpty()) return;
        List<String> answers = ReaderAnswer.texts();
        String now = bench.visits().first().get().state().signs().getOrDefault(sign.key(), ReaderAnswer.NONE.text());
        bench.answer(sign.key(), answers.get((answers.indexOf(now) + 1) % answers.size()));
        JButton seen = lines.get(sign).show;
        seen.scrollRectToVisible(new Rectangle(seen.getSize()));
    }

    private Optional<Suggestion> suggestion(Sign sign) {
        return bench.reading().map(CaseReading::signs).map(signs -> signs.suggestion(sign));
    }

    private void show(Sign sign) {
        Optional<Evidence> evidence = suggestion(sign).flatMap(Suggestion::evidence);
        if (evidence.isEmpty() || bench.visits().first().isEmpty()) return;
        bench.turn(false);
        Marks.evidence(bench.open().orElseThrow().image(), evidence);
        pointing.go(evidence.get().slice());
    }

    private void show() {
        Look.enable(pane, bench.visits().first().isPresent());
        Map<String, String> said =
                bench.visits().first().map(open -> open.state().signs()).orElse(Map.of());
        lines.forEach((sign, line) -> {
            for (JToggleButton button : line.answers)
                button.setSelected(button.getText().equals(said.get(sign.key())));
            Optional<Suggestion> suggestion = suggestion(sign);
            line.suggested.setText(
                    suggestion.map(seen -> seen.isSuggested() ? YES : NOT).orElse("–"));
            line.suggested.setToolTipText(suggestion.map(Suggestion::text).orElse(null));
            line.show.setEnabled(suggestion.flatMap(Suggestion::evidence).isPresent());
        });
    }
}
