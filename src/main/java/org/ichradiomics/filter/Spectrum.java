package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.ichradiomics.region.FourierTransform;

/**
 * The Fourier transform of a real volume, slice by slice or through the volume; the half x ≤ nx / 2 of it, which holds
 * the whole.
 *
 * <p>The real part of the response to H is the response to (H(ν) + H*(ν′)) / 2, ν′ the frequency at the opposite index,
 * and that one has a real response: so half a spectrum is enough although the frequencies of {@link Transfer} are not
 * symmetric for even n.
 */
final class Spectrum {

    private final int nx;
    private final int ny;
    private final int nz;
    private final int half;
    private final double[] re;
    private final double[] im;

    private Spectrum(int nx, int ny, int nz) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.half = nx / 2 + 1;
        int size = Math.multiplyExact(Math.multiplyExact(half, ny), nz);
        this.re = new double[size];
        this.im = new double[size];
    }

    /** The real part of the response of a volume, periodic beyond its borders. */
    static Block response(Block block, Dimension dimension, Transfer transfer) {
        Spectrum spectrum = new Spectrum(block.nx(), block.ny(), block.nz());
        boolean volume = dimension == Dimension.IN_VOLUME;
        spectrum.parallel(spectrum.nz, z -> spectrum.slice(z, block.values()));
        if (volume) spectrum.parallel(spectrum.ny, y -> spectrum.column(y, false));
        spectrum.multiply(transfer, volume);
        if (volume) spectrum.parallel(spectrum.ny, y -> spectrum.column(y, true));
        double[] response = new double[block.values().length];
        spectrum.parallel(spectrum.nz, z -> spectrum.sliceBack(z, volume, response));
        return new Block(spectrum.nx, spectrum.ny, spectrum.nz, response);
    }

    private void parallel(int count, IntConsumer part) {
        IntStream.range(0, count).parallel().forEach(part);
    }

    /** Rows go in pairs, one as the real and one as the imaginary part of a line. */
    private void slice(int z, double[] values) {
        int pairs = (ny + 1) / 2;
        double[] lineRe = new double[nx * pairs];
        double[] lineIm = new double[nx * pairs];
        for (int y = 0; y < ny; y++) {
            double[] line = y % 2 == 0 ? lineRe : lineIm;
            int row = (z * ny + y) * nx;
            for (int x = 0; x < nx; x++) line[x * pairs + y / 2] = values[row + x];
        }
        FourierTransform.of(nx).forward(lineRe, lineIm, pairs);
        double[] sliceRe = new double[ny * half];
        double[] sliceIm = new double[ny * half];
        for (int k = 0; k < half; k++) {
            for (int pair = 0; pair < pairs; pair++) {
                int a = k * pairs + pair;
                int b = (nx - k) % nx * pairs + pair;
                int even = 2 * pair * half + k;
                sliceRe[even] = (lineRe[a] + lineRe[b]) / 2;
                sliceIm[even] = (lineIm[a] - lineIm[b]) / 2;
                if (2 * pair + 1 == ny) continue;
                sliceRe[even + half] = (lineIm[a] + lineIm[b]) / 2;
                sliceIm[even + half] = (lineRe[b] - lineRe[a]) / 2;
            }
        }
        FourierTransform.of(ny).forward(sliceRe, sliceIm, half);
        System.arraycopy(sliceRe, 0, re, z * ny * half, ny * half);
        System.arraycopy(sliceIm, 0, im, z * ny * half, ny * half);
    }

    private void sliceBack(int z, boolean volume, double[] response) {
        double[] sliceRe = Arrays.copyOfRange(re, z * ny * half, (z + 1) * ny * half);
        double[] sliceIm = Arrays.copyOfRange(im, z * ny * half, (z + 1) * ny * half);
        FourierTransform.of(ny).inverse(sliceRe, sliceIm, half);
        int pairs = (ny + 1) / 2;
        double[] lineRe = new double[nx * pairs];
        double[] lineIm = new double[nx * pairs];
        for (int k = 0; k < nx; k++) {
            int kept = k < half ? k : nx - k;
            int sign = k < half ? 1 : -1;
            boolean real = kept == 0 || 2 * kept == nx;
            for (int pair = 0; pair < pairs; pair++) {
                int even = 2 * pair * half + kept;
                boolean single = 2 * pair + 1 == ny;
                double ar = sliceRe[even];
                double ai = real ? 0 : sign * sliceIm[even];
                double br = single ? 0 : sliceRe[even + half];
                double bi = single || real ? 0 : sign * sliceIm[even + half];
                lineRe[k * pairs + pair] = ar - bi;
                lineIm[k * pairs + pair] = ai + br;
            }
        }
        FourierTransform.of(nx).inverse(lineRe, lineIm, pairs);
        double scale = 1.0 / nx / ny / (volume ? nz : 1);
        for (int y = 0; y < ny; y++) {
            double[] line = y % 2 == 0 ? lineRe : lineIm;
            int row = (z * ny + y) * nx;
            for (int x = 0; x < nx; x++) response[row + x] = scale * line[x * pairs + y / 2];
        }
    }

    /** Along z, for all x of one y. */
    private void column(int y, boolean back) {
        double[] lineRe = new double[nz * half];
        double[] lineIm = new double[nz * half];
        for (int z = 0; z < nz; z++) {
            System.arraycopy(re, (z * ny + y) * half, lineRe, z * half, half);
            System.arraycopy(im, (z * ny + y) * half, lineIm, z * half, half);
        }
        FourierTransform transform = FourierTransform.of(nz);
        if (back) {
            transform.inverse(lineRe, lineIm, half);
        } else {
            transform.forward(lineRe, lineIm, half);
        }
        for (int z = 0; z < nz; z++) {
            System.arraycopy(lineRe, z * half, re, (z * ny + y) * half, half);
            System.arraycopy(lineIm, z * half, im, (z * ny + y) * half, half);
        }
    }

    private void multiply(Transfer transfer, boolean volume) {
        double[] x = Transfer.frequencies(nx);
        double[] y = Transfer.frequencies(ny);
        double[] z = volume ? Transfer.frequencies(nz) : new double[nz];
        // Even L has a real transfer, odd L an imaginary one; of the sign of (−i)ᴸ that of −1 or i is left.
        boolean even = transfer.quarterTurns() % 2 == 0;
        double half = transfer.quarterTurns() % 4 < 2 ? 0.5 : -0.5;
        parallel(nz, k -> {
            double oppositeZ = z[volume ? (nz - k) % nz : k];
            for (int j = 0, at = k * ny * this.half; j < ny; j++) {
                double oppositeY = y[(ny - j) % ny];
                for (int i = 0; i < this.half; i++, at++) {
                    double here = transfer.at(x[i], y[j], z[k]);
                    double opposite = transfer.at(x[(nx - i) % nx], oppositeY, oppositeZ);
                    turn(at, half * (even ? here + opposite : here - opposite), even);
                }
            }
        });
    }

    /** Times a, or times −i a. */
    private void turn(int at, double a, boolean real) {
        double r = re[at];
        re[at] = real ? a * r : a * im[at];
        im[at] = real ? a * im[at] : -a * r;
    }
}
