/** A batch on Apache Spark: many machines measure its cases, and any file system of Hadoop holds its files. */
package org.ichradiomics.cluster;
