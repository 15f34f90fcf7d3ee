/** The catalogues, and one run over one lesion. */
package org.ichradiomics.extract;
