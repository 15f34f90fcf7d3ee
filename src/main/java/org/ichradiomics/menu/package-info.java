/**
 * Every task with its options, declared once. The menu of ImageJ and Fiji, dialogs, macros, {@code call(...)}, the
 * command line and the tables of the documentation are made of {@link org.ichradiomics.menu.Tasks#ALL}.
 *
 * <p>A new option is one line in the list of its task, say in {@code ExtractOptions}: it then has a field in the
 * dialog, a key in macros, an input in Fiji, an option on the command line and a row in the documentation. A new task
 * is one constant of {@code Tasks}, put into one of the groups of the menu; what it does on the command line, where
 * files go in and text comes out, stands in {@code cli.Commands} beside the others.
 */
package org.ichradiomics.menu;
