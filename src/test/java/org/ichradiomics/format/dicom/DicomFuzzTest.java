package org.ichradiomics.format.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Any bytes end in a scan or in one sentence: no other exception, no hang, nothing set aside on the word of a header.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DicomFuzzTest {

    private static final int TRIALS = 500;

    @TempDir
    Path folder;

    static Stream<byte[]> files() {
        DicomBytes nested = new DicomBytes().sequence(0x00091002, true, new DicomBytes().text(0x00091003, "LO", "x"));
        DicomBytes plain = DicomBytes.slice(0)
                .pixels(DicomCase.slice(0))
                .sequence(0x00091001, true, nested, nested)
                .sequence(0x00081140, false, nested);
        return Stream.concat(
                        Stream.of(DicomBytes.EXPLICIT, DicomBytes.IMPLICIT, DicomBytes.BIG_ENDIAN, DicomBytes.DEFLATED)
                                .map(syntax -> plain.syntax(syntax).toBytes()),
                        Stream.of("enhanced", "old"))
                .map(file -> file instanceof byte[] bytes
                        ? bytes
                        : file.equals("old")
                                ? plain.syntax(DicomBytes.IMPLICIT)
                                        .withoutMeta()
                                        .toBytes()
                                : enhanced());
    }

    private static byte[] enhanced() {
        DicomBytes[] frames = new DicomBytes[3];
        for (int i = 0; i < 3; i++)
            frames[i] = new DicomBytes().sequence(0x00209113, true, new DicomBytes().position(-100, -80, 5 * i));
        return DicomBytes.slice(0)
                .text(0x00280008, "IS", "3")
                .sequence(0x52009230, true, frames)
                .syntax(DicomBytes.RLE)
                .fragments(Stream.of(0, 1, 2)
                        .map(z -> DicomBytes.runLengths(DicomCase.slice(z), 2))
                        .toList())
                .toBytes();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noByteCanDoHarm(byte[] bytes) throws IOException {
        mutate(bytes, 1, TRIALS);
        mutate(bytes, 6, TRIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jpeg-lossless-sv1",
                "jpeg-lossless-sv4",
                "jpeg-ls",
                "jpeg-ls-near",
                "jpeg-2000",
                "jpeg-baseline",
                "rle"
            })
    void noByteOfAStreamCanDoHarm(String name) throws IOException {
        byte[] bytes;
        try (InputStream in = getClass().getResourceAsStream(name + ".dcm")) {
            bytes = in.readAllBytes();
        }
        mutate(bytes, 4, TRIALS);
        // Heads of streams are where sizes stand.
        int pixels = bytes.length - 1400;
        Random random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] mutant = bytes.clone();
            mutant[Math.max(0, pixels) + random.nextInt(Math.min(400, bytes.length))] = (byte) random.nextInt(256);
            read(mutant);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTruncationIsRefused(byte[] bytes) throws IOException {
        for (int length = 0; length < bytes.length - 8; length += 3) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
            DicomCase.assertSentence(assertThrows(InvalidInputException.class, () -> DicomFolder.read(file))
                    .getMessage());
        }
    }

    @Test
    void noiseBehindAHeadIsRefused() throws IOException {
        Random random = new Random(5);
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] noise = new byte[132 + random.nextInt(3000)];
            random.nextBytes(noise);
            System.arraycopy("DICM".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, noise, 128, 4);
            read(noise);
        }
    }

    /** Nested 100 000 deep. */
    @Test
    void depthIsNoTrap() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                Arrays.copyOf(DicomBytes.slice(0).pixels(DicomCase.slice(0)).toBytes(), 132));
        for (int i = 0; i < 100_000; i++) {
            out.writeBytes(new byte[] {0x08, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1});
            out.writeBytes(new byte[] {-2, -1, 0, -32, -1, -1, -1, -1});
        }
        assertTrue(refused(out.toByteArray()).contains("attributes cannot be followed"));
    }

    /** 65535 × 65535 pixels, 65535 of them frames, in 1 kB. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                DicomBytes.EXPLICIT,
                DicomBytes.DEFLATED,
                DicomBytes.RLE,
                "1.2.840.10008.1.2.4.80",
                "1.2.840.10008.1.2.4.70",
                "1.2.840.10008.1.2.4.90"
            })
    void anImpossiblePromiseIsNotBelieved(String syntax) throws IOException {
        for (int side : new int[] {20_000, 65535}) {
            for (String frames : new String[] {"1", "60000"}) {
                DicomBytes file = DicomBytes.slice(0).syntax(syntax).text(0x00280008, "IS", frames);
                if (syntax.startsWith("1.2.840.10008.1.2.1"))
                    file.pixels(DicomCase.slice(0)).grid(side, side);
                else
                    file.fragments(List.of(DicomBytes.runLengths(DicomCase.slice(0), 2)))
                            .grid(side, side);
                refused(file.toBytes());
            }
        }
    }

    /** 300 kB that inflate to 300 MB of zeros, in a private attribute that claims to have 2 GB. */
    @Test
    void aBombDoesNotGoOff() throws IOException {
        byte[] empty = new DicomBytes().syntax(DicomBytes.DEFLATED).toBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Nothing deflates to two bytes.
        out.write(empty, 0, empty.length - 2);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflated.write(new byte[] {0x09, 0, 0x01, 0x10, 'O', 'B', 0, 0, -1, -1, -1, 0x7f});
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) deflated.write(zeros);
        }
        assertTrue(refused(out.toByteArray()).contains("cut short"));
    }

    private void mutate(byte[] bytes, int most, int trials) throws IOException {
        Random random = new Random(20200131 + most);
        for (int trial = 0; trial < trials; trial++) {
            byte[] mutant = bytes.clone();
            for (int i = 1 + random.nextInt(most); i > 0; i--) {
                int at = 128 + random.nextInt(bytes.length - 128);
                mutant[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0xff : 0);
            }
            if (random.nextInt(8) == 0) mutant = Arrays.copyOf(mutant, 1 + random.nextInt(mutant.length));
            read(mutant);
        }
    }

    private String refused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("mutant"), bytes);
        return assertThrows(InvalidInputException.class, () -> DicomFolder.read(file))
                .getMessage();
    }

    private void read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("mutant"), bytes);
        try {
            Scan scan = DicomFolder.read(file);
            assertEquals(
                    (long) scan.geometry().size(0)
                            * scan.geometry().size(1)
                            * scan.geometry().size(2),
                    DicomCase.hu(scan).length);
            scan.warnings().forEach(warning -> assertTrue(warning.endsWith(".") && !warning.contains("\n"), warning));
        } catch (InvalidInputException e) {
            assertTrue(
                    e.getMessage().endsWith(".")
                            && !e.getMessage().contains("\n")
                            && !e.getMessage().contains(folder.toString()),
                    e.getMessage());
        }
    }
}
