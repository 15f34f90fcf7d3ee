/** Many cases into one table: nothing is lost, nothing comes twice, whatever happens on the way. */
package org.ichradiomics.batch;
