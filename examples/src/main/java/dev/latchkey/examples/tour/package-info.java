/** The chapters of the tour, one for each vendor, and how their story is told. */
@NullMarked
package dev.latchkey.examples.tour;

import org.jspecify.annotations.NullMarked;
