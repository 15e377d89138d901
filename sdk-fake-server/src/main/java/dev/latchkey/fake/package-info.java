/** What the fake servers share: clock, faults, the journal of requests, and the standalone program. */
@NullMarked
package dev.latchkey.fake;

import org.jspecify.annotations.NullMarked;
