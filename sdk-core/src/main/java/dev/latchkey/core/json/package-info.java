/**
 * For vendor modules: JSON adapters for records and open enums that use no reflection.
 *
 * <p>{@link dev.latchkey.core.json.RecordAdapter} shows how a record declares its members, {@link
 * dev.latchkey.core.json.Json} has the adapters of their values, and {@link dev.latchkey.core.json.JsonCodec} reads and writes
 * documents with them. No exception of this package holds anything that came from a document.
 */
@NullMarked
package dev.latchkey.core.json;

import org.jspecify.annotations.NullMarked;
