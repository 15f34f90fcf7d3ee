package org.ichradiomics.format.dicom;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Lossy JPEG of 8 bits by Java's own reader; it knows no 12 bits. */
final class JpegCodec implements Codec {

    private static final String OWN = "com.sun.imageio";

    @Override
    public Samples decode(byte[] stream, int columns, int rows) throws IOException {
        Markers markers = new Markers(stream);
        int marker = markers.next();
        while (!Markers.isFrame(marker)) marker = markers.next();
        int precision = markers.u8();
        int height = markers.u16();
        Codec.requireSize(columns, rows, markers.u16(), height);
        if (markers.u8() != 1) throw Codec.damaged();
        if (precision != 8 || marker > 0xc2) {
            throw new DamagedException("is compressed with lossy JPEG of " + precision
                    + " bits, which cannot be read here: decompress it first, for example with gdcmconv "
                    + "--raw or dcmdjpeg.");
        }
        byte[] whole = Markers.toEndMark(stream);
        ImageReader reader = reader();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(whole))) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            return new Samples(raster.getSamples(0, 0, columns, rows, 0, (int[]) null), precision);
        } catch (RuntimeException e) {
            throw new IOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader() throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg"); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(OWN)) return reader;
        }
        throw new IOException("this Java reads no JPEG");
    }
}
