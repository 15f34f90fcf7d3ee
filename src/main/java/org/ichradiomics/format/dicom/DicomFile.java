package org.ichradiomics.format.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.NearFile;
import org.ichradiomics.text.Sentence;

/** One DICOM file by its header: the pixels stay where they are. */
final class DicomFile {

    private static final String DICOMDIR = "1.2.840.10008.1.3.10";
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final long ITEM_HEAD = 8;
    private static final int MOST_FRAMES = 1 << 16;

    private final FilePlace place;
    private final DicomContent content;
    private final int frames;
    private final boolean isCut;

    private DicomFile(FilePlace place, DicomContent content, int frames, boolean isCut) {
        this.place = place;
        this.content = content;
        this.frames = frames;
        this.isCut = isCut;
    }

    /**
     * Null for a file of another kind.
     *
     * @throws InvalidInputException if it is a DICOM file whose header cannot be read
     */
    static DicomFile readIfDicom(FilePlace place) throws InvalidInputException {
        try {
            return place.isDicom() ? read(place) : null;
        } catch (IOException | OutOfMemoryError e) {
            throw refusal(place.name(), e);
        }
    }

    private static DicomFile read(FilePlace place) throws IOException {
        try (Bytes bytes = place.open()) {
            DicomContent content = DicomParser.parse(bytes);
            int frames = PixelFormat.number(content.data(), Tag.FRAMES, 1);
            if (frames < 1 || frames > MOST_FRAMES) {
                throw new DamagedException(
                        "claims to have an impossible number of frames: the header is damaged, export it again.");
            }
            DicomFile file = new DicomFile(place, content, frames, isCut(bytes, content, frames));
            if (content.pixelsTag() == 0 && file.isImage()) throw new EOFException();
            return file;
        }
    }

    /**
     * Whether native pixels end before the header says they do, or the file has no room for the heads of so many packed
     * frames.
     */
    private static boolean isCut(Bytes bytes, DicomContent content, int frames) throws IOException {
        if (content.pixelsTag() == Tag.PIXELS && content.pixelsLength() < 0)
            return !bytes.reaches(content.pixelsAt() + ITEM_HEAD * frames);
        if (!content.syntax().isNative() || content.pixelsTag() != Tag.PIXELS || content.pixelsLength() < 0)
            return false;
        long needed = PixelFormat.number(content.data(), Tag.COLUMNS, 0)
                * (long) PixelFormat.number(content.data(), Tag.ROWS, 0)
                * (PixelFormat.number(content.data(), Tag.BITS_ALLOCATED, 0) / 8)
                * frames;
        if (content.pixelsLength() < needed) return true;
        // What a deflated file holds is only known once it is unpacked, which a look at headers does not.
        return content.deflatedAt() == 0 && !bytes.reaches(content.pixelsAt() + needed);
    }

    FilePlace place() {
        return place;
    }

    DicomContent content() {
        return content;
    }

    String name() {
        return place.name();
    }

    int frameCount() {
        return frames;
    }

    PixelFormat format() throws DamagedException {
        return PixelFormat.of(content.data());
    }

    boolean isDirectory() {
        return DICOMDIR.equals(content.data().text(Tag.STORED_CLASS))
                || DICOMDIR.equals(content.data().text(Tag.SOP_CLASS));
    }

    /** Whether it says that it is CT, MR or secondary capture, or was cut before it could say anything. */
    private boolean isImage() {
        return kind().isEmpty() && !isDirectory() || kind().matches("[247](\\.\\d+)*");
    }

    /** What comes after the root of storage classes (PS3.4 annex B.5); empty if it does not say. */
    private String kind() {
        String kind = content.data().text(Tag.SOP_CLASS);
        if (kind == null) kind = content.data().text(Tag.STORED_CLASS);
        return kind == null || !kind.startsWith(STORAGE) ? "" : kind.substring(STORAGE.length());
    }

    /** With bits, fractions or a label map (PS3.3 A.51). */
    boolean isSegmentation() {
        return kind().equals("66.4") || kind().equals("66.7");
    }

    /** With contours (PS3.3 A.19). */
    boolean isStructureSet() {
        return kind().equals("481.3");
    }

    /** What else than an image it is, with its article; null for an image. */
    String foreignKind() {
        String suffix = kind();
        if (isSegmentation()) return "a DICOM segmentation (SEG)";
        if (suffix.startsWith("66.5")) return "a DICOM surface segmentation";
        if (suffix.startsWith("66")) return "a DICOM object of raw data or registration";
        if (suffix.equals("481.2")) return "a DICOM dose plan (RTDOSE)";
        if (isStructureSet()) return "a DICOM structure set (RTSTRUCT)";
        if (suffix.startsWith("481.")) return "a DICOM radiotherapy object";
        if (suffix.startsWith("88.")) return "a DICOM report (SR)";
        if (suffix.startsWith("104.")) return "a DICOM document";
        if (suffix.startsWith("11.")) return "a DICOM presentation state";
        if (suffix.equals("30")
                || content.pixelsTag() == Tag.FLOAT_PIXELS
                || content.pixelsTag() == Tag.DOUBLE_PIXELS) {
            return "a DICOM parametric map";
        }
        if (isDirectory()) return "a DICOM directory (DICOMDIR)";
        return content.pixelsTag() == 0 ? "a DICOM object without pixels" : null;
    }

    /** The end of a sentence that begins with the file's name. */
    String unreadable() {
        return "is compressed with " + content.syntax()
                + ", which cannot be read here: decompress it first, for example with gdcmconv --raw, dcmdjpeg or "
                + "dcm2niix.";
    }

    /**
     * @throws InvalidInputException if its pixels cannot be CT values, or are not all there; no pixel is read to tell
     */
    void requirePixels() throws InvalidInputException {
        try {
            format();
            if (isCut) throw new EOFException();
            boolean known = content.syntax().isNative() || Codec.of(content.syntax(), 16) != null;
            if (!known) throw new DamagedException(unreadable());
            if (content.data().items(Tag.MODALITY_TABLE).size() > 0) {
                throw new DamagedException(
                        "has a modality look-up table instead of slope and intercept, which is not read here:"
                                + " export it with HU, or convert it with dcm2niix.");
            }
            if (content.syntax().isNative() != content.pixelsLength() >= 0) throw Codec.damaged();
        } catch (IOException e) {
            throw refusal(name(), e);
        }
    }

    /** One header per frame; a damaged file has one all the same, so that its series is known. */
    List<SliceHeader> slices() {
        DataSet data = content.data();
        List<DataSet> groups = data.items(Tag.FRAME_GROUPS);
        List<DataSet> shared = data.items(Tag.SHARED_GROUPS);
        int count = isCut ? 1 : frames;
        List<SliceHeader> slices = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            DataSet own = i < groups.size() ? groups.get(i) : null;
            DataSet common = shared.isEmpty() ? null : shared.get(0);
            // Frames of an old multi-frame file have no places of their own, and the file's is that of the first at
            // best.
            boolean isPlaced = count == 1 || own != null;
            String name = count == 1 ? name() : "frame " + (i + 1) + " of " + name();
            int frame = i;
            slices.add(SliceHeader.of(
                    name,
                    tag -> tag == Tag.SLICE_LOCATION && frames > 1
                            ? location(frame, data)
                            : text(tag, own, common, data, isPlaced)));
        }
        return slices;
    }

    /**
     * Of one frame of an old multi-frame file, from the list that some have; the file's own SliceLocation is that of
     * none.
     */
    private static String location(int frame, DataSet data) {
        String[] locations = data.text(Tag.SLICE_LOCATIONS) == null
                ? new String[0]
                : data.text(Tag.SLICE_LOCATIONS).split("\\\\");
        return frame < locations.length ? locations[frame] : null;
    }

    private String text(int tag, DataSet own, DataSet common, DataSet data, boolean isPlaced) {
        if (tag == Tag.INSTANCE_NUMBER && frames > 1) return null;
        String text = own == null ? null : own.find(tag);
        if (text == null && common != null) text = common.find(tag);
        if (text == null && (tag != Tag.POSITION || isPlaced)) text = data.text(tag);
        if (tag == Tag.LOSSY && content.syntax().isLossy()) return "01";
        return text;
    }

    /** The sentence for what went wrong in a file. */
    static InvalidInputException refusal(String name, Throwable e) {
        if (e instanceof DamagedException) return new InvalidInputException(name + " " + e.getMessage(), e);
        if (e instanceof EOFException) {
            return new InvalidInputException(
                    name + " is cut short, its pixel data end early: copy or export it again.", e);
        }
        if (e instanceof OutOfMemoryError) {
            return new InvalidInputException(
                    Sentence.of(name, " needs more memory than is free: ", Mend.MEMORY, "."), e);
        }
        if (e instanceof NoSuchFileException missing) {
            return new InvalidInputException(
                    name + " cannot be read, there is no such file" + NearFile.question(Path.of(missing.getFile()))
                            + ": check its name and folder.",
                    e);
        }
        if (e instanceof ZipException) {
            return new InvalidInputException(
                    name + " is damaged, its zip data cannot be unpacked: copy or download it again.", e);
        }
        return new InvalidInputException(name + " cannot be read: check that it is a file you may open.", e);
    }
}
