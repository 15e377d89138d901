package dev.latchkey.android;

import java.util.List;

/**
 * What becomes one application.
 *
 * @param mainClass all that is kept by name
 * @param program its own classes and the libraries that it ships with
 * @param around what is there when it runs, and not shipped with it
 */
record Application(String mainClass, ClassPath program, ClassPath around) {

    List<String> rules() {
        return List.of("-keep class " + mainClass + " { public static void main(java.lang.String[]); }");
    }
}
