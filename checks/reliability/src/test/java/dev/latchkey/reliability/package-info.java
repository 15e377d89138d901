/**
 * What an application must survive, in processes of their own: kills, fleets on one store, outages of the store, long runs,
 * real servers. Run by {@code mvn -Preliability}.
 */
@NullMarked
package dev.latchkey.reliability;

import org.jspecify.annotations.NullMarked;
