/**
 * Seeded phantoms: a head CT with a haematoma, a cohort of haematomas, and shapes whose answers are known beforehand.
 */
package org.ichradiomics.phantom;
