package org.ichradiomics.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The largest piece of the whole haematoma, in which voxels are connected that share a face, an edge or a corner. */
final class MainPiece {

    private final List<Section> sections;
    private final int[] first;
    private final int[] parent;
    private final int main;

    /** @param sections in the order of their slices */
    MainPiece(List<Section> sections) {
        this.sections = sections;
        this.first = new int[sections.size() + 1];
        for (int s = 0; s < sections.size(); s++)
            first[s + 1] = first[s] + sections.get(s).pieces().count();
        this.parent = new int[first[sections.size()]];
        for (int p = 0; p < parent.length; p++) parent[p] = p;
        for (int s = 1; s < sections.size(); s++) {
            if (sections.get(s).slice() == sections.get(s - 1).slice() + 1) join(s);
        }
        this.main = largest();
    }

    /** Joins pieces of a section with those of the one before that they touch. */
    private void join(int s) {
        Components here = sections.get(s).pieces();
        Components before = sections.get(s - 1).pieces();
        Plane plane = sections.get(s).filled().plane();
        sections.get(s).filled().stream().forEach(i -> {
            for (int k = 0; k < 9; k++) {
                int x = plane.x(i) + k % 3 - 1;
                int y = plane.y(i) + k / 3 - 1;
                int there = plane.holds(x, y) ? before.label(y * plane.nx() + x) : -1;
                if (there >= 0) parent[root(first[s] + here.label(i))] = root(first[s - 1] + there);
            }
        });
    }

    private int root(int piece) {
        int root = piece;
        while (parent[root] != root) root = parent[root];
        parent[piece] = root;
        return root;
    }

    private int largest() {
        long[] sizes = new long[parent.length];
        List<Integer> order = new ArrayList<>();
        for (int s = 0; s < sections.size(); s++) {
            for (int k = 0; k < sections.get(s).pieces().count(); k++) {
                int root = root(first[s] + k);
                if (sizes[root] == 0) order.add(root);
                sizes[root] += sections.get(s).pieces().size(k);
            }
        }
        int largest = order.get(0);
        for (int root : order) if (sizes[root] > sizes[largest]) largest = root;
        return largest;
    }

    /**
     * Its largest piece in a section, as a part of {@link Section#pieces}; empty where the section does not hold it.
     */
    OptionalInt in(int s) {
        Components pieces = sections.get(s).pieces();
        return IntStream.range(0, pieces.count())
                .filter(k -> root(first[s] + k) == main)
                .reduce((a, b) -> pieces.size(b) > pieces.size(a) ? b : a);
    }
}
