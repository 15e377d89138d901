/** The public API of each shipped module as text, and what has changed in it. */
package dev.latchkey.releasechecks.api;
