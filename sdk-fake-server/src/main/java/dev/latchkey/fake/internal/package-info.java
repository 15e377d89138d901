/** What the fakes are made of. No user of the fakes needs it, and the module does not export it. */
@NullMarked
package dev.latchkey.fake.internal;

import org.jspecify.annotations.NullMarked;
