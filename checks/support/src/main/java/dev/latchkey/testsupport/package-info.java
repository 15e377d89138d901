/** What the tests of all vendor modules share. Not shipped. */
@NullMarked
package dev.latchkey.testsupport;

import org.jspecify.annotations.NullMarked;
