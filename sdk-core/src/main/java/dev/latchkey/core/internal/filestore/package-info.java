/** The folder of {@link dev.latchkey.core.store.FileTokenStore}: files that survive a crash, and locks that hold. Not exported. */
@NullMarked
package dev.latchkey.core.internal.filestore;

import org.jspecify.annotations.NullMarked;
