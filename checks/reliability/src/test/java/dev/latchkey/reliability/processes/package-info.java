/**
 * Processes that die or share a store. A test starts a fake server and children of itself ({@link
 * dev.latchkey.reliability.processes.ChildProgram}), each an application with a client that calls all the time, and kills,
 * holds and counts.
 */
@NullMarked
package dev.latchkey.reliability.processes;

import org.jspecify.annotations.NullMarked;
