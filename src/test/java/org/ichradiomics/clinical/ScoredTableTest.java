package org.ichradiomics.clinical;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What is missing, odd or impossible in a table of patients: no score, and a note that names the item.
 *
 * <p>Covers Outcome.
 */
class ScoredTableTest {

    private static final String ICH = "gcs,volume_ml,ivh,infratentorial,age\n";
    private static final String FUNC = "volume_ml,age,location,gcs,cognitive_impairment\n";
    private static final String NAG = "nihss,anticoagulant,glucose_mg_dl\n";
    private static final String BAT = "blend_sign,hypodensity,hours_to_ct\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ich  | ,30,1,0,80        | gcs is missing",
                "ich  | NA,30,1,0,80      | gcs is missing",
                "ich  | 12,.,1,0,80       | volume_ml is missing",
                "ich  | n/a,,-,?,NULL     | gcs is missing; volume_ml is missing; ivh is missing;"
                        + " infratentorial is missing; age is missing",
                "ich  | 2,30,1,0,80       | gcs is \"2\", which is out of range: write a whole number from 3 to 15",
                "ich  | 16,30,1,0,80      | gcs is \"16\", which is out of range: write a whole number from 3 to 15",
                "ich  | 12.5,30,1,0,80    | gcs is \"12.5\", which is no whole number: write a whole number from 3 "
                        + "to 15",
                "ich  | E4V5M6,30,1,0,80  | gcs is \"E4V5M6\", which is no number: write a whole number from 3 to 15",
                "ich  | 12,-1,1,0,80      | volume_ml is \"-1\", which is out of range: write a number of mL from 0 "
                        + "to 500",
                "ich  | 12,29900,1,0,80   | volume_ml is \"29900\", which is out of range: write a number of mL from "
                        + "0 to 500",
                "ich  | 12,Infinity,1,0,80| volume_ml is \"Infinity\", which is out of range"
                        + ": write a number of mL from 0 to 500",
                "ich  | 12,30 mL,1,0,80   | volume_ml is \"30 mL\", which is no number: write a number of mL from 0 "
                        + "to 500",
                "ich  | 12,\"30,5\",1,0,80| volume_ml is \"30,5\", with a decimal comma: write a number of mL from 0 "
                        + "to 500",
                "ich  | 12,30,2,0,80      | ivh is \"2\": write 1 (yes) or 0 (no)",
                "ich  | 12,30,maybe,0,80  | ivh is \"maybe\": write 1 (yes) or 0 (no)",
                "ich  | 12,30,1,0.5,80    | infratentorial is \"0.5\": write 1 (yes) or 0 (no)",
                "ich  | 12,30,1,0,-80     | age is \"-80\", which is out of range"
                        + ": write a whole number of completed years from 0 to 120",
                "ich  | 12,30,1,0,79.5    | age is \"79.5\", which is no whole number"
                        + ": write a whole number of completed years from 0 to 120",
                "ich  | 12,30,1,0,999     | age is \"999\", which is out of range"
                        + ": write a whole number of completed years from 0 to 120",
                "func | 20,60,thalamus,9,0| location is \"thalamus\": write lobar, deep or infratentorial",
                "func | 20,60,,9,unknown  | location is missing; cognitive_impairment is missing",
                "nag  | 43,0,140          | nihss is \"43\", which is out of range: write a whole number from 0 to 42",
                "nag  | -1,0,140          | nihss is \"-1\", which is out of range: write a whole number from 0 to 42",
                "nag  | 9,0,7.4           | glucose_mg_dl is \"7.4\", which reads as mmol/L (column glucose_mmol_l)"
                        + ": write a number of mg/dL from 20 to 2000",
                "nag  | 9,0,-7            | glucose_mg_dl is \"-7\", which is out of range"
                        + ": write a number of mg/dL from 20 to 2000",
                "bat  | 1,0,unknown       | hours_to_ct is missing",
                "bat  | unsure,0,2        | blend_sign is missing",
                "bat  | 1,0,-2            | hours_to_ct is \"-2\", which is out of range"
                        + ": write a number of hours from 0 to 720"
            })
    void aRowWithoutAScoreSaysWhy(String name, String row, String note) throws InvalidInputException {
        ScoredTable scored = scored(name, header(name) + row.strip() + "\n");
        assertEquals(List.of(note), scored.table().texts("note"));
        for (Outcome outcome : ClinicalScore.named(name).outcomes()) {
            assertEquals(List.of(""), scored.table().texts(outcome.column()));
        }
        assertEquals(List.of(""), scored.table().texts("score"));
        assertEquals(1, scored.unscored());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ich  | 12.0,30.0,1.0,0.0,80.0      | 4",
                "ich  | ' 12 , 30,yes,No,80'        | 4",
                "ich  | 12,30,TRUE,FALSE,80         | 4",
                "ich  | 12,29.999999,0,0,79         | 2",
                "ich  | 12,29.9999,0,0,79           | 1",
                "func | 60.000001,70,Lobar,9,0      | 8",
                "func | 60.001,70,lobar,9,0         | 6",
                "bat  | 0,0,2.4999999999            | 0"
            })
    void oddWritingIsRead(String name, String row, String score) throws InvalidInputException {
        assertEquals(
                List.of(score), scored(name, header(name) + row + "\n").table().texts("score"));
    }

    @ParameterizedTest
    @CsvSource({"7.37, 0", "7.38, 1", "5.5, 0", "11, 1"})
    void glucoseMayBeInMillimoles(String glucose, String score) throws InvalidInputException {
        String text = "nihss,anticoagulant,glucose_mmol_l\n3,0," + glucose + "\n";
        assertEquals(List.of(score), scored("nag", text).table().texts("score"));
    }

    @Test
    void glucoseOfBothUnitsMustAgree() throws InvalidInputException {
        FeatureTable table = scored(
                        "nag",
                        "nihss,anticoagulant,glucose_mg_dl,glucose_mmol_l\n3,0,140,7.8\n3,0,140,5\n3,0,,7.8\n"
                                + "3,0,,140\n")
                .table();
        assertEquals(List.of("1", "", "1", ""), table.texts("score"));
        assertEquals(
                "glucose_mg_dl 140 and glucose_mmol_l 5 contradict each other: correct one of them",
                table.texts("note").get(1));
        assertEquals(
                "glucose_mmol_l is \"140\", which reads as mg/dL (column glucose_mg_dl)"
                        + ": write a number of mmol/L from 0 to 60",
                table.texts("note").get(3));
    }

    @Test
    void columnsGoByTheirOtherNames() throws InvalidInputException {
        assertEquals(
                List.of("5"),
                scored("bat", "blend,Hypodensity,HOURS_TO_CT\n1,1,1\n").table().texts("score"));
        assertEquals(
                List.of("2", "1"),
                scored("ich", "GCS,Volume (mL),ivh,location,Age\n15,30,0,infratentorial,60\n15,30,0,lobar,60\n")
                        .table()
                        .texts("score"));
    }

    @Test
    void aLocationThatIsDescribedCloselyDisturbsNobody() throws InvalidInputException {
        FeatureTable table = scored(
                        "ich",
                        ICH.strip() + ",location\n15,30,0,0,60,left thalamus\n15,30,0,1,60,lobar\n"
                                + "15,30,0,,60,pons\n")
                .table();
        assertEquals(List.of("1", "", ""), table.texts("score"));
        assertEquals(
                List.of(
                        "",
                        "infratentorial 1 and location lobar contradict each other: correct one of them",
                        "location is \"pons\": write lobar, deep or infratentorial"),
                table.texts("note"));
    }

    @Test
    void missingColumnsAreNamedTogether() throws InvalidInputException {
        String said = assertThrows(InvalidInputException.class, () -> scored("ich", "gcs,ivh\n12,1\n"))
                .getMessage();
        assertEquals(
                "The table patients.csv has no column \"volume_ml\", \"infratentorial\", \"age\""
                        + ", which the ICH score needs: "
                        + "add them, or name the columns so.",
                said);
        assertTrue(assertThrows(
                        InvalidInputException.class,
                        () -> scored("ich", "Gcs,GCS,volume_ml,ivh,infratentorial,age\n12,1,1,1,1,1\n"))
                .getMessage()
                .contains("more than one column that may be gcs: Gcs, GCS"));
    }

    @Test
    void oneBadRowLeavesTheOthersAlone() throws InvalidInputException {
        ScoredTable scored = scored("ich", "id," + ICH + "a,12,30,1,0,80\nb,99,30,1,0,80\nc,15,1,0,0,40\n");
        assertEquals(List.of("4", "", "0"), scored.table().texts("score"));
        assertEquals(
                List.of("id", "gcs", "volume_ml", "ivh", "infratentorial", "age", "score", "mortality_30d_pct", "note"),
                scored.table().columns());
        assertEquals(List.of("97", "", "0"), scored.table().texts("mortality_30d_pct"));
    }

    @Test
    void decimalCommasOfASemicolonTableAreRead() throws InvalidInputException {
        String header = ICH.replace(',', ';');
        assertEquals(
                List.of("2", "1"),
                scored("ich", header + "12;30,5;0;0;60\n12;29,9;0;0;60\n")
                        .table()
                        .texts("score"));
        FeatureTable mixed = scored("ich", header + "12;30,5;0;0;60\n12;1.234;0;0;60\n12;29.5;0;0;60\n")
                .table();
        assertEquals("", mixed.texts("score").get(1));
        assertTrue(mixed.texts("note")
                .get(1)
                .startsWith("volume_ml is \"1.234 (beside decimal commas)\", which is no number"));
        assertEquals("1", mixed.texts("score").get(2));
    }

    @Test
    void aColumnThatIsWrittenAnewIsSaid() throws InvalidInputException {
        ScoredTable scored = scored("ich", "score," + ICH + "7,12,30,1,0,80\n");
        assertEquals(
                List.of("The column \"score\" was there and is written anew; 1 row had another value."),
                scored.notes());
    }

    private static String header(String name) {
        return switch (name) {
            case "ich" -> ICH;
            case "func" -> FUNC;
            case "nag" -> NAG;
            default -> BAT;
        };
    }

    private static ScoredTable scored(String name, String text) throws InvalidInputException {
        return ScoredTable.of(ClinicalScore.named(name), FeatureTableCsv.parse(text, "patients.csv"));
    }
}
