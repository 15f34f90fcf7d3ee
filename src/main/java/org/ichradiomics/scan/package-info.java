/**
 * A volume in the patient: the scan and its geometry, the labels drawn on it and where they lie, the lesion, and what
 * is seen of it at a glance.
 */
package org.ichradiomics.scan;
