/**
 * One case on a page: its slices with what was drawn on them, as pictures, and the report of all that is known of it.
 */
package org.ichradiomics.page;
