/**
 * DICOM: files are grouped into series, a series is put in order by position in the patient, never by number, and its
 * pixels become HU. Only what geometry and pixels need is read; of identifiers the UIDs alone, to group by, and they
 * never leave this package.
 */
package org.ichradiomics.format.dicom;
