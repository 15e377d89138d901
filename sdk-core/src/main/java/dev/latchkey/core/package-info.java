/**
 * Calls, answers and errors, the same for every vendor: {@link dev.latchkey.core.ApiCall} is what an operation returns,
 * {@link dev.latchkey.core.ApiException} the root of what it throws. Knows no vendor.
 */
@NullMarked
package dev.latchkey.core;

import org.jspecify.annotations.NullMarked;
