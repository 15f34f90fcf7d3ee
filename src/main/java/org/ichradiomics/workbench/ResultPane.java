package org.ichradiomics.workbench;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;

import org.ichradiomics.casework.CaseState;
import org.ichradiomics.imagej.CaseReading;
import org.ichradiomics.page.ReadAgainst;
import org.ichradiomics.signature.CaseScores;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.signature.Score;
import org.ichradiomics.text.NumberText;

/** 4 Result: where the R-score lies among the reference's cases, and what it is for; the score itself stands apart. */
final class ResultPane {

    private final Bench bench;
    private final JPanel pane;
    private final JLabel score;
    private final PlaceBars place;
    private final JTextArea words;
    private final JTextArea notes;

    ResultPane(Bench bench, Look look) {
        this.bench = bench;
        pane = look.section("4  Result");
        score = look.label(" ");
        score.setFont(look.bold());
        place = new PlaceBars(look);
        words = look.sentences(Color.BLACK);
        notes = look.sentences(Look.QUIET);
        pane.add(place);
        pane.add(words);
        pane.add(notes);
        bench.listen(this::show);
        show();
    }

    JPanel pane() {
        return pane;
    }

    /** The R-score, to be put where it is always in sight. */
    JLabel score() {
        return score;
    }

    private void show() {
        if (bench.reading().isEmpty()) {
            score.setText(
                    bench.drawn().filter(drawn -> !drawn.isEmpty()).isPresent() ? "measuring …" : "nothing drawn");
            place.show(List.of(), Double.NaN, Double.NaN);
            words.setText(Purpose.R_SCORE);
            notes.setText("");
            return;
        }
        CaseReading reading = bench.reading().get();
        if (bench.open().isPresent()) {
            CaseState state = bench.open().get().state();
            reading = reading.knowing(state.signs(), state.patient());
        }
        ReadAgainst read = reading.read();
        double value = read.score().value();
        score.setText("R-score " + NumberText.printed(value, 2) + "   cutoff "
                + Purpose.cutoff(read.signature()) + "   group "
                + read.score().called());
        place.show(
                read.others().map(CaseScores::values).orElse(List.of()),
                value,
                read.signature().lowestHigh());
        List<String> said = new ArrayList<>();
        reading.grown().ifPresent(grown -> said.add("Growth until the follow-up: " + grown + "."));
        read.place().ifPresent(said::add);
        if (read.score().group() == Score.Group.NONE) said.add(Purpose.WITHOUT_GROUP);
        said.add("Robustness: " + read.robustness());
        said.add(Purpose.of(read.signature()));
        words.setText(String.join(" ", said));
        notes.setText(String.join("\n", reading.notes()));
    }
}
