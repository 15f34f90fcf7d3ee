/** One measured lesion as a row: what every front end computes, writes and explains, and how it was made. */
package org.ichradiomics.report;
