/** Many calls for a long time, of which one in twenty goes wrong. Run by {@code mvn -Preliability}. */
@NullMarked
package dev.latchkey.scenarios.soak;

import org.jspecify.annotations.NullMarked;
