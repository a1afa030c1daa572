/** Papers as PDF: the font, lines that fit, a page from top to bottom. */
package org.puente.platform.pdf;
