/**
 * The haematoma found and drawn: grown from a click, painted, filled in between slices, with every step undone and
 * redone.
 */
package org.ichradiomics.outline;
