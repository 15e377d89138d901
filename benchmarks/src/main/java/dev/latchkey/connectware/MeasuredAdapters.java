package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;

/** Lends out an adapter that no user needs by itself. */
public final class MeasuredAdapters {
    private MeasuredAdapters() {}

    /** Reads a page of users, as the answer to a listing is read. */
    public static JsonAdapter<UserPage> userPage() {
        return UserPage.JSON;
    }
}
