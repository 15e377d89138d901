package dev.latchkey.core.internal.session;

/** Marks parts of the model whose methods are one step each: the checker changes threads before them, not within. */
interface OneStep {}
