/**
 * The fault matrix: every documented operation under every fault that the fakes and the network can commit. A row is an
 * operation and how it is called; a column is a fault and what it makes of an operation; the cells follow from the two.
 */
@NullMarked
package dev.latchkey.scenarios.faults;

import org.jspecify.annotations.NullMarked;
