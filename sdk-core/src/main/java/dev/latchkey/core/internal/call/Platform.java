package dev.latchkey.core.internal.call;

/** What this code runs on. */
public final class Platform {
    private Platform() {}

    /**
     * Whether this is Android.
     *
     * @return true also where it calls its runtime ART
     */
    public static boolean isAndroid() {
        return "Dalvik".equals(System.getProperty("java.vm.name"));
    }
}
