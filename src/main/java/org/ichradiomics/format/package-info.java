/**
 * Files of the field, each of one {@link org.ichradiomics.format.FileKind}: a scan or a mask is read with its geometry,
 * turned so that x, y and z run to the patient's left, back and head, and a mask is laid on its scan by position in the
 * patient, never by index alone.
 */
package org.ichradiomics.format;
