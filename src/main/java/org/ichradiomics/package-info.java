/**
 * What scripts and macros call: {@link org.ichradiomics.IchRadiomics} on types of ImageJ alone, and
 * {@link org.ichradiomics.Macro} for {@code call(...)}, text in and text out.
 */
package org.ichradiomics;
