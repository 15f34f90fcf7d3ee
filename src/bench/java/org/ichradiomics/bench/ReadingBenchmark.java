package org.ichradiomics.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.GZIPInputStream;

import ij.plugin.FolderOpener;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.DicomStack;
import org.ichradiomics.scan.Scan;

/** Reading a head CT of 512 × 512 × 30 voxels, int16, from files that the system has in memory already. */
@State(Scope.Thread)
public class ReadingBenchmark {

    private static final int BUFFER = 1 << 16;

    /** Ours, and what it is measured by. */
    @Param({
        "DICOM series",
        "floor: ImageJ's FolderOpener on it",
        "NIfTI .nii.gz",
        "floor: a bare GZIPInputStream over it"
    })
    public String what;

    private Path folder;
    private Path series;
    private Path nifti;

    @Setup
    public void write() throws Exception {
        folder = Files.createTempDirectory("reading");
        series = DicomStack.write(folder.resolve("series"), 30, 512, 512, (slice, k) -> {});
        nifti = folder.resolve("ct.nii.gz");
        Scan scan = DicomFolder.read(series);
        Nifti.writeInt16(nifti, scan.hu(), scan.geometry());
    }

    @Benchmark
    public Object read() throws Exception {
        return switch (what) {
            case "DICOM series" -> DicomFolder.read(series);
            case "NIfTI .nii.gz" -> Nifti.readScan(nifti);
            case "floor: ImageJ's FolderOpener on it" -> FolderOpener.open(series.toString());
            default -> unpacked();
        };
    }

    private long unpacked() throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in =
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(nifti), BUFFER), BUFFER)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) bytes += read;
        }
        return bytes;
    }

    @TearDown
    public void delete() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
