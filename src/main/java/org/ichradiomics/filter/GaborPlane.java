package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.ichradiomics.region.FourierTransform;
import org.ichradiomics.region.VoxelGrid;

/**
 * Gabor's kernel in all planes along two axes of a volume, by the Fourier transform: g(−k) is the conjugate of g(k), so
 * that the transform of the kernel is real.
 */
final class GaborPlane {

    /** The kernel ends where its Gaussian has vanished: exp(−8²/2) is 1e−14. */
    private static final double SIGMAS = 8;

    private final Gabor gabor;
    private final double sigma;
    private final double lambda;
    private final int reach;
    private final int width;
    private final int height;
    private final int depth;
    private final int[] stride;
    private final PlaneTransform transform;

    /** @param a the plane's first axis @param b its second one */
    GaborPlane(Gabor gabor, VoxelGrid grid, int a, int b) {
        int c = 3 - a - b;
        int[] strides = {1, grid.nx(), grid.nx() * grid.ny()};
        this.gabor = gabor;
        this.sigma = gabor.sigma() / grid.spacing(0);
        this.lambda = gabor.lambda() / grid.spacing(0);
        this.reach = (int) Math.ceil(SIGMAS * sigma * Math.max(1, 1 / gabor.gamma()));
        this.width = grid.size(a);
        this.height = grid.size(b);
        this.depth = grid.size(c);
        this.stride = new int[] {strides[a], strides[b], strides[c]};
        this.transform = PlaneTransform.of(
                FourierTransform.quickLength(width + 2 * reach), FourierTransform.quickLength(height + 2 * reach));
    }

    /** The moduli of the whole volume, pooled over the orientations. */
    double[] response(double[] values, Boundary boundary, Pooling pooling) {
        List<double[]> transfers =
                gabor.orientations().stream().map(this::transfer).toList();
        int[] across = boundary.indices(-reach, width + 2 * reach, width);
        int[] down = boundary.indices(-reach, height + 2 * reach, height);
        double[] response = new double[values.length];
        IntStream.range(0, depth).parallel().forEach(k -> {
            double[] re = padded(values, k * stride[2], across, down);
            double[] im = new double[re.length];
            transform.forward(re, im);
            double[] pooled = new double[width * height];
            Arrays.fill(pooled, pooling.start());
            for (double[] transfer : transfers) pooling.add(modulus(re, im, transfer), 1, pooled);
            pooling.finish(transfers.size(), pooled);
            for (int j = 0; j < height; j++) {
                int row = k * stride[2] + j * stride[1];
                for (int i = 0; i < width; i++) response[row + i * stride[0]] = pooled[j * width + i];
            }
        });
        return response;
    }

    private double[] padded(double[] values, int first, int[] across, int[] down) {
        double[] padded = new double[transform.size()];
        for (int j = 0; j < down.length; j++) {
            if (down[j] == Boundary.OUTSIDE) continue;
            for (int i = 0; i < across.length; i++) {
                if (across[i] == Boundary.OUTSIDE) continue;
                padded[j * transform.width() + i] = values[first + down[j] * stride[1] + across[i] * stride[0]];
            }
        }
        return padded;
    }

    private double[] modulus(double[] spectrumRe, double[] spectrumIm, double[] transfer) {
        double[] re = new double[transfer.length];
        double[] im = new double[transfer.length];
        for (int i = 0; i < transfer.length; i++) {
            re[i] = transfer[i] * spectrumRe[i];
            im[i] = transfer[i] * spectrumIm[i];
        }
        transform.inverse(re, im);
        double[] modulus = new double[width * height];
        for (int j = 0; j < height; j++) {
            int at = (j + reach) * transform.width() + reach;
            for (int i = 0; i < width; i++) {
                modulus[j * width + i] = Math.sqrt(re[at + i] * re[at + i] + im[at + i] * im[at + i]);
            }
        }
        return modulus;
    }

    /** The transform of the kernel about element (0, 0), divided by the plane's size for the way back. */
    private double[] transfer(double theta) {
        double[] re = new double[transform.size()];
        double[] im = new double[transform.size()];
        double cos = Math.cos(theta);
        double sin = Math.sin(theta);
        for (int k2 = -reach; k2 <= reach; k2++) {
            for (int k1 = -reach; k1 <= reach; k1++) {
                double u = k1 * cos + k2 * sin;
                double v = -k1 * sin + k2 * cos;
                double square = u * u + gabor.gamma() * gabor.gamma() * v * v;
                double weight = Math.exp(-square / (2 * sigma * sigma)) / transform.size();
                int row = Math.floorMod(k2, transform.height());
                int at = row * transform.width() + Math.floorMod(k1, transform.width());
                re[at] = weight * Math.cos(2 * Math.PI * u / lambda);
                im[at] = weight * Math.sin(2 * Math.PI * u / lambda);
            }
        }
        transform.forward(re, im);
        return re;
    }
}
