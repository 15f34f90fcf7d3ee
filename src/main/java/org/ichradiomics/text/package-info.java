/**
 * What people and files say: the one exception and its sentences, files as a whole, numbers as printed, tables and CSV,
 * JSON and YAML by records, SHA-256. The ground floor; it knows no other room.
 */
package org.ichradiomics.text;
