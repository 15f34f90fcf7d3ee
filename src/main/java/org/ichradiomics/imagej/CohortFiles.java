package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Optional;

import org.ichradiomics.batch.CaseFiles;
import org.ichradiomics.scan.Header;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

/** The files of a cohort, of every kind: {@link ImageFile} and {@link MaskFile} for a batch. */
public enum CohortFiles implements CaseFiles {
    /** The only one. */
    INSTANCE;

    @Override
    public ImageFile image(Path file, OpenFiles files) throws InvalidInputException {
        return ImageFile.read(file, files);
    }

    @Override
    public Header header(Path image) throws InvalidInputException {
        return ImageFile.header(image);
    }

    @Override
    public Optional<Header> maskHeader(Path mask) throws InvalidInputException {
        return MaskFile.header(mask);
    }
}
