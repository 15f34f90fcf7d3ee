/** Images made of images: the convolutional filters of IBSI 2, each a record of its parameters, on plain arrays. */
package org.ichradiomics.filter;
