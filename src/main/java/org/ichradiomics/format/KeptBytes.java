package org.ichradiomics.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.ichradiomics.region.Slices;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.scan.Scan;

/** A box of a file's voxels, in raster order, each in the bytes of the file. */
final class KeptBytes implements Scan.Kept, Datatype.Run {

    private final Datatype type;
    private final VoxelBox box;
    private final ByteBuffer bytes;

    KeptBytes(Datatype type, ByteOrder order, VoxelBox box) {
        this.type = type;
        this.box = box;
        bytes = ByteBuffer.allocate(Math.multiplyExact(box.size(), type.bytes()))
                .order(order);
    }

    @Override
    public void put(ByteBuffer in, int count, int at, int step) {
        int width = type.bytes();
        int runs = step == 1 ? 1 : count;
        int length = step == 1 ? count * width : width;
        for (int i = 0; i < runs; i++) in.get(bytes.array(), (at + i * step) * width, length);
    }

    @Override
    public Slices.Rows rows() {
        return (x, y, z, count, to, at) -> type.decode(bytes, box.row(x, y, z, count) * type.bytes(), count, to, at);
    }

    @Override
    public RandomAccessibleInterval<? extends RealType<?>> image() {
        Datatype.Voxels voxels = type.allocate(box.size());
        voxels.run().put(bytes.duplicate().order(bytes.order()).clear(), box.size(), 0, 1);
        return Views.translate(
                voxels.image().apply(new long[] {box.nx(), box.ny(), box.nz()}), box.x(), box.y(), box.z());
    }
}
