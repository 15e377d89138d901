package dev.latchkey.core.http;

import dev.latchkey.core.internal.session.Authorization;

/** A tag: this request of a user's client carries the session's token, which the session itself put there. */
record SessionMark(Authorization token) {}
