package dev.latchkey.android;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The main of a JVM in which the shrunk application meets the fakes. Each side has its libraries for itself: the application
 * sees of the other side the fakes alone, so that all else that it loads is what R8 has left of it.
 */
public final class ShrunkTour {
    private ShrunkTour() {}

    /**
     * Runs the shrunk application's main.
     *
     * @param args its main class, the shrunk jar, and the class path of the fakes
     */
    public static void main(String[] args) throws Exception {
        ClassLoader fakes = new URLClassLoader("fakes", urls(args[2]), ClassLoader.getPlatformClassLoader());
        ClassLoader application = new URLClassLoader("application", urls(args[1]), new FakesOnly(fakes));
        Thread.currentThread().setContextClassLoader(application);
        try {
            application.loadClass(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw new IOException("The shrunk application fails.", e.getCause());
        }
    }

    private static URL[] urls(String classPath) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : ClassPath.parse(classPath).jars()) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(new URL[0]);
    }

    private static final class FakesOnly extends ClassLoader {
        private final ClassLoader fakes;

        FakesOnly(ClassLoader fakes) {
            super("fakes-only", ClassLoader.getPlatformClassLoader());
            this.fakes = fakes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.latchkey.fake.")) {
                return fakes.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
