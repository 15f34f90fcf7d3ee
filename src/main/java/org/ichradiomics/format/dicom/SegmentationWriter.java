package org.ichradiomics.format.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.IntStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sha256;
import org.ichradiomics.text.Version;
import org.ichradiomics.text.WholeFile;

/**
 * Writes labels as a binary DICOM SEG (PS3.3 A.51, C.8.20) that refers to the slices of a series: a frame for each
 * segment and slice on which it is drawn.
 *
 * <p>Of the series it takes what a SEG must share with it, study, frame of reference, places and the UIDs of the
 * slices, and nothing else: attributes of the patient are there without a value. The same input gives the same bytes:
 * UIDs are made of the content, and the date of the content, which must be there, is {@value #NO_DATE}.
 */
public final class SegmentationWriter {

    private static final String SEGMENTATION_STORAGE = "1.2.840.10008.5.1.4.1.1.66.4";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";

    /** Of the kind 2.25 (PS3.5 B.2), drawn once. */
    private static final String IMPLEMENTATION = "2.25.92841903617548301576613307280194366021";

    private static final String NO_DATE = "19000101";
    private static final int PREAMBLE = 128;

    private static final SegmentMeaning.Code OF_SEGMENTING = new SegmentMeaning.Code("113076", "DCM", "Segmentation");
    private static final SegmentMeaning.Code IS_SOURCE =
            new SegmentMeaning.Code("121322", "DCM", "Source image for image processing operation");

    private final List<SourceSlice> slices;
    private final DicomSeries.Frame first;
    private final double distance;
    private final SortedMap<Integer, String> names;
    private final List<byte[]> planes;
    private final List<Frame> frames;
    private final String digest;

    /**
     * @param segment from 1
     * @param label what its pixels hold in the plane
     * @param slice from 0
     */
    private record Frame(int segment, int label, int slice) {}

    private SegmentationWriter(
            List<SourceSlice> slices,
            DicomSeries.Frame first,
            double distance,
            SortedMap<Integer, String> names,
            List<byte[]> planes) {
        this.slices = slices;
        this.first = first;
        this.distance = distance;
        this.names = names;
        this.planes = planes;
        frames = frames();
        digest = digest();
    }

    /** Whether the name of a file is one of a SEG that is written. */
    public static boolean isNamed(Path file) {
        return WholeFile.name(file).toLowerCase(Locale.ROOT).endsWith(".dcm");
    }

    /**
     * Writes a mask of one or several labels. Segments are numbered from 1 on without a gap, as the standard demands.
     *
     * @param file appears whole or not at all
     * @param stored of the series' size, slices in the order of its volume; 0 outside
     * @param names of the labels, each with one, in ascending order; at least one
     * @return whether anything was written, and not the same mask there already
     * @throws InvalidInputException if it cannot be written, what is there may not be replaced, or the series lacks
     *     what a SEG must refer to
     * @throws IllegalArgumentException if the mask and the series differ in size
     */
    public static boolean write(
            Path file,
            RandomAccessibleInterval<UnsignedByteType> stored,
            SortedMap<Integer, String> names,
            DicomSeries series,
            Replacing replacing)
            throws InvalidInputException {
        SeriesGeometry geometry = series.geometry();
        Scan.requireSize(stored, geometry.geometry().storedSize());
        if (geometry.geometry().frame().isEmpty())
            throw new InvalidInputException("The series does not lie in one frame of reference, to which a DICOM SEG"
                    + " must refer: save the mask as .nii.gz instead.");
        List<SourceSlice> slices = new ArrayList<>();
        for (int index : geometry.order()) slices.add(SourceSlice.of(series.frame(index)));
        double distance = geometry.geometry().storedLengths()[2];
        byte[] bytes = new SegmentationWriter(
                        slices, series.frame(geometry.order()[0]), distance, names, planes(stored))
                .bytes();
        return WholeFile.write(file, out -> out.write(bytes), replacing);
    }

    private static List<byte[]> planes(RandomAccessibleInterval<UnsignedByteType> stored) {
        List<byte[]> planes = new ArrayList<>();
        for (long z = stored.min(2); z <= stored.max(2); z++) {
            byte[] plane = new byte[(int) (stored.dimension(0) * stored.dimension(1))];
            Cursor<UnsignedByteType> cursor =
                    Views.flatIterable(Views.hyperSlice(stored, 2, z)).cursor();
            for (int i = 0; i < plane.length; i++) plane[i] = cursor.next().getByte();
            planes.add(plane);
        }
        return planes;
    }

    /** Where nothing is drawn there is one all the same, as an image has at least one. */
    private List<Frame> frames() {
        List<Integer> labels = List.copyOf(names.keySet());
        List<Frame> drawn = new ArrayList<>();
        for (int k = 0; k < labels.size(); k++) {
            for (int z = 0; z < planes.size(); z++)
                if (holds(planes.get(z), labels.get(k))) drawn.add(new Frame(k + 1, labels.get(k), z));
        }
        return drawn.isEmpty() ? List.of(new Frame(1, labels.get(0), 0)) : drawn;
    }

    private static boolean holds(byte[] plane, int label) {
        for (byte value : plane) if (value == (byte) label) return true;
        return false;
    }

    /** Of all that makes it this mask of these slices. */
    private String digest() {
        MessageDigest content = Sha256.digest();
        List<String> said = new ArrayList<>(List.of(Version.NAME, study(), frameOfReference()));
        slices.forEach(slice -> said.add(slice.instance() + " " + slice.number()));
        names.forEach((label, name) -> said.add(label + " " + name));
        content.update(String.join("\n", said).getBytes(StandardCharsets.UTF_8));
        planes.forEach(content::update);
        return Sha256.of(content);
    }

    /** A UID that no other content has (PS3.5 B.2): that of a UUID made of a name (RFC 4122, 4.3). */
    private String uid(String of) {
        UUID uuid = UUID.nameUUIDFromBytes((digest + " " + of).getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        return "2.25." + new BigInteger(1, bytes);
    }

    private String study() {
        return first.file().content().data().text(Tag.STUDY);
    }

    private String frameOfReference() {
        return first.file().content().data().text(Tag.FRAME_OF_REFERENCE);
    }

    private byte[] bytes() {
        byte[] meta = new WrittenSet()
                .bytes(Attribute.FILE_META_INFORMATION_VERSION, new byte[] {0, 1})
                .text(Attribute.MEDIA_STORAGE_SOP_CLASS_UID, SEGMENTATION_STORAGE)
                .text(Attribute.MEDIA_STORAGE_SOP_INSTANCE_UID, uid("instance"))
                .text(Attribute.TRANSFER_SYNTAX_UID, EXPLICIT)
                .text(Attribute.IMPLEMENTATION_CLASS_UID, IMPLEMENTATION)
                .text(Attribute.IMPLEMENTATION_VERSION_NAME, "ICH_RADIOMICS")
                .bytes();
        byte[] length = new WrittenSet()
                .numbers(Attribute.FILE_META_INFORMATION_GROUP_LENGTH, meta.length)
                .bytes();
        WrittenSet data = new WrittenSet();
        about(data);
        picture(data);
        dimensions(data);
        segments(data);
        data.items(Attribute.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared());
        data.items(Attribute.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, ofFrames());
        data.bytes(Attribute.PIXEL_DATA, bits());
        byte[] all = data.bytes();
        return ByteBuffer.allocate(PREAMBLE + 4 + length.length + meta.length + all.length)
                .position(PREAMBLE)
                .put("DICM".getBytes(StandardCharsets.US_ASCII))
                .put(length)
                .put(meta)
                .put(all)
                .array();
    }

    /** Patient, study, series, equipment, and to what it refers. */
    private void about(WrittenSet to) {
        WrittenSet references = new WrittenSet()
                .text(
                        Attribute.SERIES_INSTANCE_UID,
                        first.file().content().data().text(Tag.SERIES))
                .items(
                        Attribute.REFERENCED_INSTANCE_SEQUENCE,
                        slices.stream()
                                .map(SourceSlice::withoutNumber)
                                .distinct()
                                .map(SourceSlice::item)
                                .toList());
        to.text(Attribute.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .empty(Attribute.PATIENT_NAME, Attribute.PATIENT_ID, Attribute.PATIENT_BIRTH_DATE)
                .empty(Attribute.PATIENT_SEX, Attribute.STUDY_DATE, Attribute.STUDY_TIME, Attribute.STUDY_ID)
                .empty(Attribute.ACCESSION_NUMBER, Attribute.REFERRING_PHYSICIAN_NAME)
                .text(Attribute.STUDY_INSTANCE_UID, study())
                .text(Attribute.MODALITY, "SEG")
                .text(Attribute.SERIES_INSTANCE_UID, uid("series"))
                .text(Attribute.SERIES_NUMBER, "1")
                .text(Attribute.FRAME_OF_REFERENCE_UID, frameOfReference())
                .empty(Attribute.POSITION_REFERENCE_INDICATOR)
                .text(Attribute.MANUFACTURER, "ICH Radiomics")
                .text(Attribute.MANUFACTURER_MODEL_NAME, "ICH Radiomics")
                .text(Attribute.DEVICE_SERIAL_NUMBER, "none")
                .text(Attribute.SOFTWARE_VERSIONS, Version.NUMBER)
                .text(Attribute.SOP_CLASS_UID, SEGMENTATION_STORAGE)
                .text(Attribute.SOP_INSTANCE_UID, uid("instance"))
                .items(Attribute.REFERENCED_SERIES_SEQUENCE, references);
    }

    private void picture(WrittenSet to) {
        to.text(Attribute.IMAGE_TYPE, "DERIVED\\PRIMARY")
                .text(Attribute.INSTANCE_NUMBER, "1")
                .text(Attribute.CONTENT_DATE, NO_DATE)
                .text(Attribute.CONTENT_TIME, "000000")
                .text(Attribute.CONTENT_LABEL, "SEGMENTATION")
                .empty(Attribute.CONTENT_DESCRIPTION, Attribute.CONTENT_CREATOR_NAME)
                .numbers(Attribute.SAMPLES_PER_PIXEL, 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .text(Attribute.NUMBER_OF_FRAMES, Integer.toString(frames.size()))
                .numbers(Attribute.ROWS, first.header().rows())
                .numbers(Attribute.COLUMNS, first.header().columns())
                .numbers(Attribute.BITS_ALLOCATED, 1)
                .numbers(Attribute.BITS_STORED, 1)
                .numbers(Attribute.HIGH_BIT, 0)
                .numbers(Attribute.PIXEL_REPRESENTATION, 0)
                .text(Attribute.LOSSY_IMAGE_COMPRESSION, "00")
                .text(Attribute.SEGMENTATION_TYPE, "BINARY")
                .text(Attribute.SEGMENTS_OVERLAP, "NO");
    }

    private void dimensions(WrittenSet to) {
        String uid = uid("dimensions");
        to.items(
                Attribute.DIMENSION_ORGANIZATION_SEQUENCE,
                new WrittenSet().text(Attribute.DIMENSION_ORGANIZATION_UID, uid));
        to.items(
                Attribute.DIMENSION_INDEX_SEQUENCE,
                dimension(uid, Attribute.REFERENCED_SEGMENT_NUMBER, Attribute.SEGMENT_IDENTIFICATION_SEQUENCE),
                dimension(uid, Attribute.IMAGE_POSITION_PATIENT, Attribute.PLANE_POSITION_SEQUENCE));
    }

    private static WrittenSet dimension(String uid, Attribute index, Attribute group) {
        return new WrittenSet()
                .text(Attribute.DIMENSION_ORGANIZATION_UID, uid)
                .numbers(Attribute.DIMENSION_INDEX_POINTER, index.tag())
                .numbers(Attribute.FUNCTIONAL_GROUP_POINTER, group.tag());
    }

    private void segments(WrittenSet to) {
        List<WrittenSet> items = new ArrayList<>();
        for (String name : names.values()) {
            SegmentMeaning meaning = SegmentMeaning.of(name);
            WrittenSet item = new WrittenSet()
                    .numbers(Attribute.SEGMENT_NUMBER, items.size() + 1)
                    .text(Attribute.SEGMENT_LABEL, WrittenSet.name(name))
                    // Who drew it is not known: a hand, growing, or another program.
                    .text(Attribute.SEGMENT_ALGORITHM_TYPE, "SEMIAUTOMATIC")
                    .text(Attribute.SEGMENT_ALGORITHM_NAME, "not recorded")
                    .items(
                            Attribute.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE,
                            meaning.category().item())
                    .items(
                            Attribute.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE,
                            meaning.type().item());
            meaning.region().ifPresent(region -> item.items(Attribute.ANATOMIC_REGION_SEQUENCE, region.item()));
            items.add(item);
        }
        to.items(Attribute.SEGMENT_SEQUENCE, items);
    }

    private WrittenSet shared() {
        WrittenSet measures = new WrittenSet()
                .decimals(Attribute.PIXEL_SPACING, first.header().pixelSpacing());
        double thickness = first.header().thickness().orElse(distance);
        if (!Double.isNaN(thickness)) measures.decimals(Attribute.SLICE_THICKNESS, thickness);
        if (!Double.isNaN(distance)) measures.decimals(Attribute.SPACING_BETWEEN_SLICES, distance);
        return new WrittenSet()
                .items(
                        Attribute.PLANE_ORIENTATION_SEQUENCE,
                        new WrittenSet()
                                .decimals(
                                        Attribute.IMAGE_ORIENTATION_PATIENT,
                                        first.header().orientation()))
                .items(Attribute.PIXEL_MEASURES_SEQUENCE, measures);
    }

    private List<WrittenSet> ofFrames() {
        int[] used = frames.stream().mapToInt(Frame::slice).sorted().distinct().toArray();
        return frames.stream().map(frame -> ofFrame(frame, used)).toList();
    }

    private WrittenSet ofFrame(Frame frame, int[] used) {
        SourceSlice slice = slices.get(frame.slice());
        int place = (int) IntStream.of(used).filter(z -> z <= frame.slice()).count();
        WrittenSet derivation = new WrittenSet()
                .items(Attribute.DERIVATION_CODE_SEQUENCE, OF_SEGMENTING.item())
                .items(
                        Attribute.SOURCE_IMAGE_SEQUENCE,
                        slice.item()
                                .text(Attribute.SPATIAL_LOCATIONS_PRESERVED, "YES")
                                .items(Attribute.PURPOSE_OF_REFERENCE_CODE_SEQUENCE, IS_SOURCE.item()));
        return new WrittenSet()
                .items(Attribute.DERIVATION_IMAGE_SEQUENCE, derivation)
                .items(
                        Attribute.FRAME_CONTENT_SEQUENCE,
                        new WrittenSet().numbers(Attribute.DIMENSION_INDEX_VALUES, frame.segment(), place))
                .items(
                        Attribute.PLANE_POSITION_SEQUENCE,
                        new WrittenSet().decimals(Attribute.IMAGE_POSITION_PATIENT, slice.position()))
                .items(
                        Attribute.SEGMENT_IDENTIFICATION_SEQUENCE,
                        new WrittenSet().numbers(Attribute.REFERENCED_SEGMENT_NUMBER, frame.segment()));
    }

    /** The first pixel in the lowest bit, frames not filled up (PS3.5, 8.1.1). */
    private byte[] bits() {
        long plane = planes.get(0).length;
        long bytes = (frames.size() * plane + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bits = new byte[Math.toIntExact(bytes + bytes % 2)];
        long at = 0;
        for (Frame frame : frames) {
            for (byte value : planes.get(frame.slice())) {
                if (value == (byte) frame.label()) bits[(int) (at / Byte.SIZE)] |= (byte) (1 << at % Byte.SIZE);
                at++;
            }
        }
        return bits;
    }
}
