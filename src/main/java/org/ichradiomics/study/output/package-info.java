/** What a study leaves behind: files for other programs, tables and figures for a paper, and a report. */
package org.ichradiomics.study.output;
