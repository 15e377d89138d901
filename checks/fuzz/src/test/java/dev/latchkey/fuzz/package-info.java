/**
 * Hostile input. A target takes bytes that nobody has chosen and sees that nothing but what is documented comes of them. In a
 * usual build the targets run over the kept inputs, the vendors' documented samples and recordings; {@code .ci/fuzz} lets
 * Jazzer look for more.
 */
@NullMarked
package dev.latchkey.fuzz;

import org.jspecify.annotations.NullMarked;
