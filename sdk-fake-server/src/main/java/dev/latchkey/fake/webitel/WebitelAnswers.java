package dev.latchkey.fake.webitel;

/** Whose codes and texts the fake answers with; they disagree. */
public enum WebitelAnswers {
    /** Those that the vendor documents. */
    DOCUMENTED,
    /** Those of a real server of 2021. */
    OBSERVED
}
