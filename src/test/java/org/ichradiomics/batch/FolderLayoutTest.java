package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Cohorts as others lay them out: one sentence, not a failed case for each folder. */
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

    @Test
    void nnuNet() {
        assertEquals(
                "The folder F14 holds images in imagesTr and masks in labelsTr, as for nnU-Net, which is not read as "
                        + "a cohort: write a CSV file with "
                        + "the columns case,image,mask and a line for each patient, such as "
                        + "\"ich_001,imagesTr/ich_001_0000.nii.gz,labelsTr/ich_001.nii.gz\", "
                        + "its paths counted from the folder of that file.",
                refusal(Path.of("src/test/resources/cases/F14")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "images/p1.nii.gz masks/p1.nii.gz              | images in one folder and the masks in another | "
                        + "p1,images/p1.nii.gz,masks/p1.nii.gz",
                "ct_scans/049.nii masks/049.nii patients.csv   | images in one folder and the masks in another | "
                        + "049,ct_scans/049.nii,masks/049.nii",
                "p1.nii.gz p2.nii.gz labels/p1.nii.gz          | images in one folder and the masks in another | "
                        + "p1,p1.nii.gz,labels/p1.nii.gz",
                "p1_image.nii.gz p1_mask.nii.gz                | told apart by the ends of their names         | "
                        + "p1,p1_image.nii.gz,p1_mask.nii.gz",
                "p1-ct.nrrd p1-seg.nrrd p2-ct.nrrd p2-seg.nrrd | told apart by the ends of their names         | "
                        + "p1,p1-ct.nrrd,p1-seg.nrrd",
                "sub-01/ct/sub-01_ct.nii.gz sub-02/ses-1/ct/sub-02_ct.nii.gz derivatives/sub-01/sub-01_mask.nii.gz | "
                        + "as in BIDS | ",
                "049/brain/1.png 049/brain/2.png 050/1.jpg 050/2.jpg | single slices as pictures               | "
                        + "File > Import > Image Sequence...",
                "1.png 1_mask.png                              | single slices as pictures                     | "
                        + "File > Import > Image Sequence...",
                "p1/p1.nii.gz p1/p1_mask.nii.gz                | files of other names than image and mask      | "
                        + "p1,p1/p1.nii.gz,p1/p1_mask.nii.gz",
                "p1.nii.gz p2.nii.gz                           | holds 2 images and no masks                   | "
                        + "write a CSV file"
            })
    void oneSentenceNamesWhatWasRecognised(String files, String what, String example) throws Exception {
        String sentence = refusal(cohort(files));
        assertTrue(sentence.startsWith("The folder cohort holds ") && sentence.contains(what), sentence);
        assertTrue(sentence.contains("case,image,mask") && (example == null || sentence.contains(example)), sentence);
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
