/**
 * For vendor modules: what a {@link dev.latchkey.core.vendor.Vendor} is, how its tokens are issued and travel, and how its
 * server describes errors.
 */
@NullMarked
package dev.latchkey.core.vendor;

import org.jspecify.annotations.NullMarked;
