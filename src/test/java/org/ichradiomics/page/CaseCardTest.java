package org.ichradiomics.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.ichradiomics.measure.Analysis;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.RecordForm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of a case that was just measured: the drawn head, whose volume is known, and a score that is given. */
class CaseCardTest {

    private static final String DOUBT = "The volume is below 3 mL.";

    private static CaseCard card(Optional<Reference> reference, Score score) throws InvalidInputException {
        Drawn drawn = new Drawn(4, true);
        Protocol protocol =
                new Protocol(List.of(new Analysis.Ak(ExtractionSettings.AK)), Signatures.zhan2020(), reference);
        Measurement measured = protocol.measure("drawn", drawn.scan, drawn.scan.spacing(), drawn.lesion, Progress.NONE);
        return new CaseCard(
                drawn.scan,
                drawn.lesion,
                RecordForm.with(measured, Map.of("score", score, "notes", score.notes())),
                protocol);
    }

    private static Map<String, String> lines(CaseCard card) {
        return card.lines().stream().collect(Collectors.toMap(CaseCard.Line::what, CaseCard.Line::text));
    }

    private static List<String> heads(CaseCard card) {
        return card.lines().stream().map(CaseCard.Line::what).toList();
    }

    @Test
    void againstPhantomsThereIsAPlaceAndNoGroup() throws InvalidInputException {
        CaseCard card = card(
                Optional.of(References.demonstration()),
                new Score(-2.111897, "Demonstration", Score.Group.NONE, List.of(Score.OF_PHANTOMS, DOUBT)));
        Map<String, String> lines = lines(card);
        assertEquals(List.of("Volume", "R-score", "Place", "Group", "Robustness", "Mask"), heads(card));
        // 12 × 12 mm on 4 slices of 5 mm: 2880 mm³.
        assertEquals("2.88 mL in 4 slices; volume group < 3 mL", lines.get("Volume"));
        assertEquals("\u22122.11 (cutoff \u22121.430; reference Demonstration)", lines.get("R-score"));
        assertTrue(
                lines.get("Place").endsWith(" of the 300 phantoms of the reference \"Demonstration\"."),
                lines.get("Place"));
        assertEquals(
                "none: the demonstration reference is made of phantoms. " + Purpose.WITHOUT_GROUP, lines.get("Group"));
        assertEquals(List.of(DOUBT), card.warnings());
        assertTrue(card.place().isPresent());
        assertEquals(4, card.montage().slices().size());
        assertEquals(Purpose.R_SCORE, card.purpose());
    }

    @Test
    void againstPatientsThereIsAGroup() throws InvalidInputException {
        Optional<Reference> own = Optional.of(RecordForm.with(
                References.demonstration(), Map.of("name", "Our clinic", "kind", Reference.Kind.COHORT)));
        CaseCard high = card(own, new Score(-1.43, "Our clinic", Score.Group.HIGH, List.of()));
        assertEquals("high: at the cutoff or above it", lines(high).get("Group"));
        assertTrue(lines(high).get("Place").contains(" of the 300 cases of the reference "));
        CaseCard low = card(own, new Score(-1.431, "Our clinic", Score.Group.LOW, List.of()));
        assertEquals("low: below the cutoff", lines(low).get("Group"));
    }

    @Test
    void withoutAScoreItIsSaidWhyAndOnce() throws InvalidInputException {
        CaseCard card = card(Optional.empty(), Score.without("No R-score: there is no reference."));
        assertEquals(List.of("Volume", "R-score", "Mask"), heads(card));
        assertEquals("No R-score: there is no reference.", lines(card).get("R-score"));
        assertFalse(card.warnings().contains("No R-score: there is no reference."));
        assertTrue(card.place().isEmpty());
    }
}
