package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Cohorts as others lay them out: their pairs and labels, and one sentence where there are none. */
class FolderLayoutTest {

    @TempDir
    private Path folder;

    private Path cohort(String files) throws Exception {
        Path cohort = folder.resolve("cohort");
        for (String file : files.split(" ")) {
            Files.createDirectories(cohort.resolve(file).getParent());
            Files.writeString(cohort.resolve(file), "");
        }
        return cohort;
    }

    private static String refusal(Path cohort) {
        return assertThrows(InvalidInputException.class, () -> CaseList.read(cohort))
                .getMessage();
    }

    private static List<String> found(Path cohort) throws Exception {
        return CaseList.read(cohort).found();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void nnuNet() throws Exception {
        assertEquals(
                List.of(
                        "The folder F14 holds images in imagesTr and masks in labelsTr, as for nnU-Net.",
                        "ich_001: imagesTr/ich_001_0000.nii.gz + labelsTr/ich_001.nii.gz"),
                found(Path.of("src/test/resources/cases/F14")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nnU-Net | imagesTr/a_b_0000.nii.gz imagesTr/c_0000.nii.gz imagesTs/t_0000.nii.gz labelsTr/a_b.nii.gz "
                        + "| a_b: imagesTr/a_b_0000.nii.gz + labelsTr/a_b.nii.gz;"
                        + "left out: imagesTr/c_0000.nii.gz: no mask has its name;"
                        + "left out: imagesTs/t_0000.nii.gz: no mask has its name",
                "in another | images/p1.nii.gz images/p2_ct.nii.gz images/p3.nii.gz masks/p1.nii.gz "
                        + "masks/p2_mask.nii.gz masks/p4.nii.gz | p1: images/p1.nii.gz + masks/p1.nii.gz;"
                        + "p2: images/p2_ct.nii.gz + masks/p2_mask.nii.gz;left out: images/p3.nii.gz: no mask has its "
                        + "name;left out: masks/p4.nii.gz: no image has its name",
                "in another | images/p1_ct.nrrd images/p2/1.dcm masks/p1_ct_seg.nrrd masks/p2/seg.dcm | "
                        + "p1_ct: images/p1_ct.nrrd + masks/p1_ct_seg.nrrd;p2: images/p2 + masks/p2/seg.dcm",
                "in another | ct_scans/049.nii masks/049.nii patients.csv | 049: ct_scans/049.nii + masks/049.nii",
                "in another | p1.nii.gz p2.nii.gz labels/p1.nii.gz | p1: p1.nii.gz + labels/p1.nii.gz;"
                        + "left out: p2.nii.gz: no mask has its name",
                "the ends of their names | p1_image.nii.gz p1_mask.nii.gz x.nii.gz | "
                        + "p1: p1_image.nii.gz + p1_mask.nii.gz;left out: x.nii.gz: no mask has its name",
                "the ends of their names | p1-ct.nrrd p1-seg.nrrd p2-image.mha p2-label.mha | "
                        + "p1: p1-ct.nrrd + p1-seg.nrrd;p2: p2-image.mha + p2-label.mha",
                "BIDS | sub-01/ct/sub-01_ct.nii.gz sub-02/ses-1/ct/sub-02_ses-1_ct.nii.gz "
                        + "sub-02/ses-2/ct/sub-02_ses-2_ct.nii.gz sub-03/ct/sub-03_ct.nii.gz "
                        + "derivatives/manual/sub-01/ct/sub-01_label-ich_mask.nii.gz "
                        + "derivatives/manual/sub-01/ct/sub-01_space-MNI_mask.nii.gz "
                        + "derivatives/manual/sub-02/sub-02_ses-1_mask.nii.gz "
                        + "derivatives/manual/sub-02/ses-2/sub-02_dseg.nii.gz "
                        + "derivatives/manual/sub-02/sub-02_ct.nii | "
                        + "sub-01: sub-01/ct/sub-01_ct.nii.gz + "
                        + "derivatives/manual/sub-01/ct/sub-01_label-ich_mask.nii.gz;"
                        + "sub-02_ses-1: sub-02/ses-1/ct/sub-02_ses-1_ct.nii.gz + "
                        + "derivatives/manual/sub-02/sub-02_ses-1_mask.nii.gz;"
                        + "sub-02_ses-2: sub-02/ses-2/ct/sub-02_ses-2_ct.nii.gz + "
                        + "derivatives/manual/sub-02/ses-2/sub-02_dseg.nii.gz;"
                        + "left out: sub-03/ct/sub-03_ct.nii.gz: no mask is named after it;"
                        + "left out: derivatives/manual/sub-01/ct/sub-01_space-MNI_mask.nii.gz: "
                        + "it lies in another space",
                "a folder for each patient | p1/p1.nii.gz p1/p1_mask.nii.gz "
                        + "p2/a/p2.nii.gz p2/seg/p2.nii.gz "
                        + "p3/c.nii | "
                        + "p1: p1/p1.nii.gz + p1/p1_mask.nii.gz;p2: p2/a/p2.nii.gz + p2/seg/p2.nii.gz;"
                        + "left out: p3: no mask lies in it"
            })
    void pairsAndWhatIsLeftOut(String layout, String files, String lines) throws Exception {
        List<String> found = found(cohort(files));
        assertTrue(
                found.get(0).startsWith("The folder cohort holds ")
                        && found.get(0).contains(layout),
                found.get(0));
        assertEquals(List.of(lines.split(";")), found.subList(1, found.size()));
    }

    private Path listed(String json, String files) throws Exception {
        Path cohort = cohort(files);
        Files.writeString(cohort.resolve("dataset.json"), json(json));
        return cohort;
    }

    @Test
    void aFolderOfASingleFileIsThatMask() throws Exception {
        assertEquals(List.of("p1: p1/CT + p1/SEG/1-1.dcm"), found(cohort("p1/CT/1.dcm p1/CT/2.dcm p1/SEG/1-1.dcm")));
    }

    @Test
    void decathlonIsReadByItsList() throws Exception {
        Path cohort = listed(
                "{'modality': {'0': 'CT'}, 'labels': {'0': 'background', '1': 'oedema', '2': 'Haemorrhage'}, "
                        + "'training': [{'image': './imagesTr/b.nii.gz', 'label': './labelsTr/b.nii.gz'},"
                        + "{'image': './imagesTr/a.nii.gz', 'label': './labelsTr/a.nii.gz'}],"
                        + "'test': ['./imagesTs/t.nii.gz']}",
                "imagesTr/a_0000.nii.gz imagesTr/a_0001.nii.gz imagesTr/b.nii.gz imagesTr/c.nii.gz imagesTs/t.nii.gz "
                        + "labelsTr/a.nii.gz labelsTr/b.nii.gz labelsTr/c.nii.gz");
        assertEquals(
                List.of(
                        "The folder cohort holds images and masks that dataset.json lists, as in the Medical "
                                + "Segmentation Decathlon.",
                        "a: imagesTr/a_0000.nii.gz + labelsTr/a.nii.gz (label 2 Haemorrhage)",
                        "b: imagesTr/b.nii.gz + labelsTr/b.nii.gz (label 2 Haemorrhage)",
                        "left out: imagesTr/a_0001.nii.gz: dataset.json names no mask for it",
                        "left out: imagesTr/c.nii.gz: dataset.json names no mask for it",
                        "left out: labelsTr/c.nii.gz: dataset.json does not name it",
                        "left out: imagesTs/t.nii.gz: dataset.json names no mask for it"),
                CaseList.read(cohort)
                        .labelled("any", LesionRule.of(Placement.CHECKED))
                        .found());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'background': 0, 'ICH': 3, 'IVH': 1}                 | any | 3",
                "{'background': 0, 'ICH': 3, 'IVH': 1}                 | ivh | 1",
                "{'background': 0, 'ICH': 3, 'IVH': 1}                 | 7   | 7",
                "{'background': 0, 'lesion': 1}                        | any | any",
                "{'background': 0, 'lesion': 1}                        | lesion | 1",
                "{'background': 0, 'whole': [1, 2], 'hematoma': 1, 'oedema': 2} | any | 1",
                "{'0': 'background', '1': 'ventricle', '2': 'intracerebral hemorrhage'} | any | 2"
            })
    void namesOfLabelsAreTheirNumbers(String labels, String word, String label) throws Exception {
        Path cohort = listed("{'labels': " + labels + "}", "imagesTr/a_0000.nii.gz labelsTr/a.nii.gz");
        assertEquals(
                label,
                CaseList.read(cohort)
                        .labelled(word, LesionRule.of(Placement.CHECKED))
                        .cases()
                        .get(0)
                        .label());
    }

    @ParameterizedTest
    @CsvSource({"any", "tumour"})
    void aLabelThatIsNotClearIsRefusedWithTheList(String word) throws Exception {
        Path cohort = listed(
                "{'labels': {'background': 0, 'core': 1, 'oedema': 2}}", "imagesTr/a_0000.nii.gz labelsTr/a.nii.gz");
        CaseList list = CaseList.read(cohort);
        String sentence = assertThrows(
                        InvalidInputException.class, () -> list.labelled(word, LesionRule.of(Placement.CHECKED)))
                .getMessage();
        assertTrue(sentence.startsWith("dataset.json of cohort names the labels 1 core, 2 oedema: choose"), sentence);
    }

    @Test
    void theCtIsTakenOfSeveralChannels() throws Exception {
        String files = "imagesTr/a_0000.nii.gz imagesTr/a_0001.nii.gz labelsTr/a.nii.gz";
        String refusal = refusal(cohort(files));
        assertTrue(refusal.contains("have 2 images each, numbered 0 to 1"), refusal);
        List<String> found = found(listed("{'channel_names': {'0': 'CTA', '1': 'CT'}}", files));
        assertEquals(
                List.of(
                        "a: imagesTr/a_0001.nii.gz + labelsTr/a.nii.gz",
                        "left out: imagesTr/a_0000.nii.gz: another channel than the CT"),
                found.subList(1, found.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images/p1.nii.gz images/p2.nii.gz masks/p1_mask.nii.gz masks/p1_seg.nii.gz masks/p2.nii.gz | "
                        + "p1 | images/p1.nii.gz, masks/p1_mask.nii.gz, masks/p1_seg.nii.gz, which all fit",
                "imagesTr/a_0000.nii imagesVal/a_0000.nii labelsTr/a.nii labelsVal/a.nii | a | imagesTr/a_0000.nii, "
                        + "imagesVal/a_0000.nii, labelsTr/a.nii, labelsVal/a.nii, of which more than one pair has",
                "sub-1/ct/sub-1_run-1_ct.nii.gz sub-1/ct/sub-1_run-2_ct.nii.gz derivatives/sub-1/sub-1_mask.nii.gz | "
                        + "sub-1_run-1 | derivatives/sub-1/sub-1_mask.nii.gz, sub-1/ct/sub-1_run-1_ct.nii.gz, "
                        + "sub-1/ct/sub-1_run-2_ct.nii.gz, which all fit",
                "p1/a.nii.gz p1/b.nii.gz p1/a_mask.nii.gz p2/a.nii.gz p2/a_mask.nii.gz | p1 | "
                        + "p1/a.nii.gz, p1/a_mask.nii.gz, p1/b.nii.gz, none of which lie on each other"
            })
    void whatFitsMoreThanOnceIsRefusedWithTheList(String files, String id, String list) throws Exception {
        BatchCase refused = CaseList.read(cohort(files)).cases().get(0);
        assertEquals(id, refused.id());
        String sentence = refused.problem().orElseThrow().getMessage();
        assertTrue(sentence.startsWith("Its image and mask are not clear from " + list), sentence);
    }

    @Test
    void twoFoldersOfMasksAreRefusedByName() throws Exception {
        String sentence = refusal(cohort("images/p1.nii.gz masks/p1.nii.gz labels/p1.nii.gz"));
        assertTrue(sentence.startsWith("The masks could be in each of labels and masks: "), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images/p1.nii.gz masks/p2.nii.gz | the images in one folder and the masks in another, no image with",
                "049/brain/1.png 049/brain/2.png 050/1.jpg 050/2.jpg | single slices as pictures (PNG, JPEG or BMP), "
                        + "which is not read as a cohort: put the slices of each patient into a folder",
                "CT/1-1.dcm CT/1-2.dcm SEG/1-1.dcm                   | the images in one folder and the masks in "
                        + "another, no image with a mask of its name",
                "1.png 1_mask.png                                    | single slices as pictures",
                "p1.nii.gz p2.nii.gz                                 | 2 images and no masks"
            })
    void oneSentenceNamesWhatWasRecognised(String files, String what) throws Exception {
        String sentence = refusal(cohort(files));
        assertTrue(sentence.startsWith("The folder cohort holds " + what), sentence);
        assertTrue(sentence.contains("write a CSV file with the columns case,image,mask"), sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p1.nii.gz p1_mask.nii.gz p2.nii.gz                  | p1 p2",
                "p1/image.nii.gz p1/mask.nii.gz                      | p1",
                "p1/ct.nii.gz p1/seg.nii.gz p2.mha p2-label.mha      | p1 p2",
                "p1_ct.nii.gz p1_ct_mask.nii.gz                      | p1_ct",
                "sub-01/image.nii.gz sub-01/mask.nii.gz              | sub-01",
                "p1/IM1.dcm p1_mask.nii.gz notes.png                 | p1",
                "p1.nii.gz p1_mask.nii.gz masks/old.nii.gz           | masks p1"
            })
    void whatWasReadIsRead(String files, String ids) throws Exception {
        assertEquals(
                List.of(ids.split(" ")),
                CaseList.read(cohort(files)).cases().stream().map(BatchCase::id).toList());
    }
}
