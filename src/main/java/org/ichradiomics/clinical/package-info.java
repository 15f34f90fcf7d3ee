/** Clinical scores of haemorrhage as data: items, points and what was observed by score, each with its source. */
package org.ichradiomics.clinical;
