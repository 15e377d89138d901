/** For vendor modules: JSON adapters for records and open enums that use no reflection. */
@NullMarked
package dev.latchkey.core.json;

import org.jspecify.annotations.NullMarked;
