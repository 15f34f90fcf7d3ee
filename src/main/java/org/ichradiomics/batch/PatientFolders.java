package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.PictureFolder;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.WholeFile;

/**
 * One folder for each patient, whatever lies in it and below: DICOM series with a SEG or RTSTRUCT, or volumes of which
 * some are named as masks are. Of several scans and masks those belong together that lie on each other, by their frame
 * of reference (DICOM) or their grids; where more than one pair does, they are refused with the list.
 */
final class PatientFolders {

    private final Set<Path> scans = new LinkedHashSet<>();
    private final Set<Path> masks = new LinkedHashSet<>();

    private PatientFolders() {}

    static void read(Path folder, List<Path> entries, FoundCases found) throws InvalidInputException {
        for (Path entry : entries) {
            if (!Files.isDirectory(entry)) {
                if (CaseFolder.stem(entry).isPresent()) found.leave(entry, "it lies in no patient's folder");
                continue;
            }
            PatientFolders patient = of(entry);
            if (patient.scans.isEmpty() && patient.masks.isEmpty()) continue;
            patient.add(WholeFile.name(entry), entry, found);
        }
    }

    /** Whether a patient's DICOM mask is there. */
    static boolean isOne(List<Path> entries) throws InvalidInputException {
        for (Path entry : entries) {
            if (!Files.isDirectory(entry)) continue;
            PatientFolders patient = of(entry);
            if (!patient.scans.isEmpty() && !patient.masks.isEmpty()) return true;
        }
        return false;
    }

    private static PatientFolders of(Path folder) throws InvalidInputException {
        PatientFolders patient = new PatientFolders();
        for (Path file : CaseFolder.below(folder)) {
            // One after the other: a patient may have more slices than a system lends files.
            try (OpenFiles files = new OpenFiles()) {
                patient.look(file, files);
            }
        }
        return patient;
    }

    private void look(Path file, OpenFiles files) {
        Path folder = file.getParent();
        if (PictureFolder.isPicture(file) && PictureFolder.isOne(folder)) {
            String name = WholeFile.name(folder);
            boolean isMask = FolderLayout.isMask(name)
                    || FolderLayout.MASKS.matcher(name).matches();
            (isMask ? masks : scans).add(folder);
            return;
        }
        if (FolderLayout.isVolume(WholeFile.name(file)) || FileKind.TIFF.isNamed(file)) {
            String stem = CaseFolder.stem(file).orElse("");
            boolean isMask = FolderLayout.isMask(stem)
                    || FolderLayout.MASKS
                            .matcher(WholeFile.name(file.getParent()))
                            .matches();
            (isMask ? masks : scans).add(file);
            return;
        }
        Optional<FileKind> kind = FileKind.of(file, files);
        if (kind.isEmpty()) return;
        switch (kind.get()) {
            case SEG, RTSTRUCT, ROIS -> masks.add(file);
            case DICOM -> scans.add(FileKind.ROIS.isNamed(file) ? file : file.getParent());
            default -> {}
        }
    }

    private void add(String id, Path folder, FoundCases found) {
        if (scans.isEmpty() || masks.isEmpty()) {
            found.leave(folder, scans.isEmpty() ? "no scan lies in it" : "no mask lies in it");
            return;
        }
        List<Path> all = new ArrayList<>(scans);
        all.addAll(masks);
        List<Pair> pairs = new ArrayList<>();
        for (Path scan : scans)
            for (Path mask : masks) if (all.size() == 2 || fits(scan, mask)) pairs.add(new Pair(scan, mask));
        // Several series of a study share a frame of reference: then the mask says on which it was drawn.
        if (pairs.size() > 1 && pairs.stream().filter(Pair::isNamed).count() == 1)
            pairs.removeIf(one -> !one.isNamed());
        if (pairs.size() != 1) {
            found.refuse(
                    id, all, pairs.isEmpty() ? "none of which lie on each other" : "of which more than one pair fits");
            return;
        }
        found.pair(id, pairs.get(0).scan(), pairs.get(0).mask());
        for (Path other : all) found.leave(other, "another scan or mask of " + id);
    }

    /** What may belong together. */
    private record Pair(Path scan, Path mask) {

        /** Whether the mask says that it was drawn on the scan. */
        boolean isNamed() {
            try (OpenFiles files = new OpenFiles()) {
                FileKind kind = FileKind.ofMask(mask, files);
                return kind != FileKind.TIFF
                        && kind != FileKind.ROIS
                        && kind.open(mask, files)
                                .isDrawnOn(FileKind.require(scan, files).open(scan, files));
            } catch (InvalidInputException e) {
                return false;
            }
        }
    }

    /** Whether a mask may lie on a scan; one whose place only ImageJ knows does. */
    private static boolean fits(Path scan, Path mask) {
        try (OpenFiles files = new OpenFiles()) {
            FileKind image = FileKind.require(scan, files);
            FileKind kind = FileKind.ofMask(mask, files);
            if (image == FileKind.TIFF || kind == FileKind.TIFF || kind == FileKind.ROIS) return true;
            kind.open(mask, files).requireFits(image.open(scan, files).header(), Placement.CHECKED);
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
