/**
 * What the memory of an application still holds of a session that has ended: a process of its own dumps its heap, and the dump
 * is searched for secrets.
 */
@NullMarked
package dev.latchkey.reliability.memory;

import org.jspecify.annotations.NullMarked;
