/**
 * The door of plain ImageJ: of class version 52, so that an older Java can say what it lacks. It names no class of
 * another package.
 */
package org.ichradiomics.front;
