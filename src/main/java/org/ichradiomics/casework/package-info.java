/**
 * Cases as a reader works through them: the list, the state of each on disk, and where a saved case lies. What belongs
 * together is written together, and a program that dies leaves all of it or nothing.
 */
package org.ichradiomics.casework;
