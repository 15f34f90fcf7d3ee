/**
 * The IBSI-1 catalogue: settings, image processing as a chain of values, diagnostics of that chain, and the families
 * put together.
 */
package org.ichradiomics.ibsi;
