package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Lists of cases as people write them. */
class CaseListTest {

    @TempDir
    private Path folder;

    private CaseList read(String text) throws Exception {
        for (String file : List.of("a.nii.gz", "b.nii.gz", "sub/c d.nii.gz")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "");
        }
        return CaseList.read(Files.writeString(folder.resolve("list.csv"), text));
    }

    private String refusal(String text) {
        return assertThrows(InvalidInputException.class, () -> read(text)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case,image,mask\np1,a.nii.gz,b.nii.gz\n",
                "Case,Image,Mask\np1,a.nii.gz,b.nii.gz\n",
                "ID,Scan,Mask\np1,a.nii.gz,b.nii.gz\n",
                "Patient ID,CT,Seg\np1,a.nii.gz,b.nii.gz\n",
                "subject_id,image_path,mask-path\np1,a.nii.gz,b.nii.gz\n",
                "MASK,CASE,IMAGE\nb.nii.gz,p1,a.nii.gz\n",
                "Patient,NCCT,Label\np1,a.nii.gz,b.nii.gz\n",
                "\uFEFFcase;image;mask\r\np1;a.nii.gz;b.nii.gz\r\n",
                "case\timage\tmask\np1\ta.nii.gz\tb.nii.gz\n",
                "sep=;\r\ncase;image;mask\r\np1;a.nii.gz;b.nii.gz\r\n",
                "\uFEFF\"sep=,\"\ncase,image,mask\np1,a.nii.gz,b.nii.gz\n",
                "case,image,mask\n\np1,a.nii.gz,b.nii.gz\n\n,,\n",
                " case , image , mask \n p1\u00A0,a.nii.gz , \u00A0b.nii.gz\n",
                "case,image,mask\np1,\"a.nii.gz\",'b.nii.gz'\n",
                "case,image,mask\np1,\"\"\"a.nii.gz\"\"\",.\\b.nii.gz\n"
            })
    void theSameList(String text) throws Exception {
        CaseList list = read(text);
        assertEquals(List.of(), list.columns());
        assertEquals(1, list.cases().size());
        BatchCase one = list.cases().get(0);
        assertEquals("p1", one.id());
        assertEquals(Optional.of(folder.resolve("a.nii.gz").toAbsolutePath()), one.file(ListColumn.IMAGE));
        assertEquals(Optional.of(folder.resolve("b.nii.gz").toAbsolutePath()), one.file(ListColumn.MASK));
    }

    @Test
    void pathsOfWindowsAndOfTheHomeFolder() throws Exception {
        CaseList list = read("case,image,mask\np1,sub\\c d.nii.gz,~/gone/b.nii.gz\n");
        assertEquals(
                Optional.of(folder.resolve("sub/c d.nii.gz").toAbsolutePath()),
                list.cases().get(0).file(ListColumn.IMAGE));
        assertEquals(
                Optional.of(Path.of(System.getProperty("user.home"), "gone", "b.nii.gz")),
                list.cases().get(0).file(ListColumn.MASK));
    }

    /** R writes NA, pandas makes labels among missing ones 1.0; who is called NA keeps the name. */
    @Test
    void cellsWithoutAValueAreEmpty() throws Exception {
        CaseList list = read("""
                "","case","image","mask","mask_label","followup","followup_mask"
                "1","NA","a.nii","b.nii",2.0,NA,NaN
                "2","p2","a.nii","b.nii",NA,"c.nii","N/A"
                """);
        assertEquals(
                List.of("NA", "p2"), list.cases().stream().map(BatchCase::id).toList());
        assertEquals(
                List.of("2", "any"), list.cases().stream().map(BatchCase::label).toList());
        assertEquals(
                List.of(false, true),
                list.cases().stream().map(BatchCase::hasFollowup).toList());
        assertEquals(Optional.empty(), list.cases().get(1).file(ListColumn.FOLLOWUP_MASK));
        assertEquals(List.of(), list.columns());
    }

    @Test
    void aNameOfTheDocumentationGoesBeforeAllOthers() throws Exception {
        CaseList list = read("case,ID,image,mask,Label,seg\np1,17,a.nii.gz,b.nii.gz,2,gone.nii\n");
        assertEquals(List.of("ID", "Label", "seg"), list.columns());
        assertEquals("p1", list.cases().get(0).id());
        assertEquals(List.of("17", "2", "gone.nii"), list.cases().get(0).kept());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Case,File,Mask | list.csv has no column \"image\" but Case, File, Mask: its columns must be "
                        + "case,image,mask (or as people call them, such as ID,scan,seg), then any others.",
                "ID,Patient,image,mask | list.csv has the columns ID, Patient, each of which could be the case: call "
                        + "one of them \"case\".",
                "case,CT,scan,mask | list.csv has the columns CT, scan, each of which could be the image: call one "
                        + "of them \"image\"."
            })
    void bothListsAreNamed(String header, String sentence) {
        assertEquals(
                sentence, refusal(header + "\n" + "1,a,b,c\n".substring(0, 2 * header.split(",").length - 1) + "\n"));
    }

    @Test
    void anIdThatComesTwiceIsSaid() {
        assertTrue(refusal("ID,Scan,Mask\np1,a,b\np1 ,c,d\n")
                .startsWith("The case p1 comes twice in list.csv, as case number 1 and 2"));
    }
}
