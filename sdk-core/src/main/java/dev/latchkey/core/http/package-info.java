/** For vendor modules: the one way from an endpoint to a request, through the interceptors, to a typed answer. */
@NullMarked
package dev.latchkey.core.http;

import org.jspecify.annotations.NullMarked;
