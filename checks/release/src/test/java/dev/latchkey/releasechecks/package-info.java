/** What users get: the published files, checked as they lie in the repository that a build leaves below {@code target/}. */
package dev.latchkey.releasechecks;
