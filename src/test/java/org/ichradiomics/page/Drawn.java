package org.ichradiomics.page;

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** A head drawn voxel by voxel: a disc of 30 HU in air, in it, to the patient's left, a box of 60 HU. */
final class Drawn {

    static final int NX = 50;
    static final int NY = 60;
    static final int NZ = 20;
    static final Spacing SPACING = new Spacing(2, 1, 5);

    final Scan scan;
    final Lesion lesion;

    /** @param slices that the box reaches, from slice 2 (counted from 0) on */
    Drawn(int slices, boolean isOriented) {
        Img<DoubleType> hu = ArrayImgs.doubles(NX, NY, NZ);
        Img<NativeBoolType> mask = ArrayImgs.booleans(NX, NY, NZ);
        var value = hu.localizingCursor();
        var inside = mask.randomAccess();
        while (value.hasNext()) {
            value.fwd();
            double x = (value.getIntPosition(0) + 0.5) * 2;
            double y = value.getIntPosition(1) + 0.5;
            boolean isBlood = isBlood(value.getIntPosition(0), value.getIntPosition(1))
                    && value.getIntPosition(2) >= 2
                    && value.getIntPosition(2) < 2 + slices;
            inside.setPosition(value);
            inside.get().set(isBlood);
            value.get().set(isBlood ? 60 : Math.hypot(x - 50, y - 30) < 25 ? 30 : -1000);
        }
        // To the patient's left, back and head, as the axes of a picture run.
        Affine affine = isOriented ? Affine.of(-2, 0, 0, 0, 0, -1, 0, 0, 0, 0, 5, 0) : null;
        scan = Scan.of("drawn", hu, Geometry.stored(NX, NY, NZ, SPACING, affine, List.of()));
        lesion = new Lesion("", "drawn by hand", mask, List.of());
    }

    static boolean isBlood(int x, int y) {
        return x >= 28 && x < 34 && y >= 20 && y < 32;
    }

    VoxelMask mask() throws InvalidInputException {
        return lesion.voxels(scan, SPACING);
    }
}
