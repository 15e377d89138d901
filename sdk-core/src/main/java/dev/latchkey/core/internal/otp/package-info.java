/** Time-based one-time passwords, and codes as servers read them. Not exported. */
@NullMarked
package dev.latchkey.core.internal.otp;

import org.jspecify.annotations.NullMarked;
