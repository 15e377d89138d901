/** What must hold for every shipped module, whoever wrote it: checked on the compiled classes and on the sources. */
@NullMarked
package dev.latchkey.examples.architecture;

import org.jspecify.annotations.NullMarked;
