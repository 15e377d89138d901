/** What becomes of the SDK on the way into an Android application, tried without a device. */
@NullMarked
package dev.latchkey.android;

import org.jspecify.annotations.NullMarked;
