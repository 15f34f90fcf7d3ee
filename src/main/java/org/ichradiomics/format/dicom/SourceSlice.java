package org.ichradiomics.format.dicom;

import org.ichradiomics.text.InvalidInputException;

/**
 * A slice to which a SEG refers.
 *
 * @param kind its SOP class
 * @param instance its SOP instance
 * @param number of the frame, from 1; 0 where the file is the slice
 * @param position of the first pixel's centre, in DICOM's mm
 */
record SourceSlice(String kind, String instance, int number, double[] position) {

    /** @throws InvalidInputException if it lacks what a SEG must refer to */
    static SourceSlice of(DicomSeries.Frame frame) throws InvalidInputException {
        DataSet data = frame.file().content().data();
        SliceHeader header = frame.header();
        require(header.isPlaced() && header.pixelSpacing() != null, frame, "its place in the patient");
        for (int tag : new int[] {Tag.STUDY, Tag.SERIES, Tag.SOP_CLASS, Tag.SOP_INSTANCE})
            require(data.text(tag) != null, frame, "the UIDs of its study and its own");
        return new SourceSlice(
                data.text(Tag.SOP_CLASS),
                data.text(Tag.SOP_INSTANCE),
                frame.file().frameCount() == 1 ? 0 : frame.index() + 1,
                header.position());
    }

    private static void require(boolean isThere, DicomSeries.Frame frame, String what) throws InvalidInputException {
        if (!isThere)
            throw new InvalidInputException(frame.header().name() + " does not say " + what
                    + ", to which a DICOM SEG must refer: save the mask as .nii.gz instead.");
    }

    /** The file in which it lies. */
    SourceSlice withoutNumber() {
        return new SourceSlice(kind, instance, 0, null);
    }

    WrittenSet item() {
        WrittenSet item = new WrittenSet()
                .text(Attribute.REFERENCED_SOP_CLASS_UID, kind)
                .text(Attribute.REFERENCED_SOP_INSTANCE_UID, instance);
        return number == 0 ? item : item.text(Attribute.REFERENCED_FRAME_NUMBER, Integer.toString(number));
    }
}
