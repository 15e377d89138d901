/** The fakes in JUnit: {@link dev.latchkey.fake.junit.Fake} closes them and clears their traces. */
@NullMarked
package dev.latchkey.fake.junit;

import org.jspecify.annotations.NullMarked;
