package org.ichradiomics.cluster;

import java.io.Serializable;
import java.util.ArrayList;

/**
 * The work of one task.
 *
 * @param first place of the first case among all
 * @param cases as they are sent
 */
record Piece(int first, ArrayList<String> cases) implements Serializable {}
