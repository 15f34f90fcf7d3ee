/** JSON files of ours: read strictly, key by key, and written so that numbers keep their bits. */
package org.ichradiomics.json;
