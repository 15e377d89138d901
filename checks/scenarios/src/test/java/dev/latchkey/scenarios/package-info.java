/**
 * What a session must survive, whoever the vendor is. A scenario takes a {@link dev.latchkey.scenarios.Subject}; a vendor
 * joins by adding its own to {@link dev.latchkey.scenarios.Subjects}.
 */
@NullMarked
package dev.latchkey.scenarios;

import org.jspecify.annotations.NullMarked;
