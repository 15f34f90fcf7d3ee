package org.ichradiomics.shape;

/**
 * A convex hull as seen from afar: of its corners those on the edges between faces that look towards the viewer and
 * faces that look away. All corners of the hull's shadow are among them, and they are few.
 */
final class Silhouette {

    private final double[][] corners;
    private final int[][] triangles;
    private final int[][] neighbours;
    private final double[][] normals;
    private final boolean[] facing;
    private final boolean[] onRim;

    Silhouette(ConvexHull hull) {
        corners = hull.corners();
        triangles = hull.triangles();
        neighbours = hull.neighbours();
        normals = hull.faceNormals();
        facing = new boolean[triangles.length];
        onRim = new boolean[corners.length];
    }

    /**
     * Seen from a direction. A face that is seen edge on may count as either: the other end of its edge is the same
     * point of the shadow.
     */
    double[][] from(double[] direction) {
        for (int f = 0; f < facing.length; f++) {
            double[] n = normals[f];
            facing[f] = n[0] * direction[0] + n[1] * direction[1] + n[2] * direction[2] > 0;
        }
        int count = 0;
        for (int f = 0; f < facing.length; f++) {
            if (!facing[f]) continue;
            for (int k = 0; k < 3; k++) {
                // The rim is a closed curve, so that every corner on it begins a side.
                if (facing[neighbours[f][k]] || onRim[triangles[f][k]]) continue;
                onRim[triangles[f][k]] = true;
                count++;
            }
        }
        double[][] rim = new double[count][];
        for (int c = 0, n = 0; c < corners.length; c++) {
            if (!onRim[c]) continue;
            rim[n++] = corners[c];
            onRim[c] = false;
        }
        return rim;
    }
}
