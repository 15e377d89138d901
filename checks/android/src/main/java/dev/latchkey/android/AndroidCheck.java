package dev.latchkey.android;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does what the build of an Android application does with the SDK, runs what comes of it on this JVM, and reports the sizes.
 * Fails at the first thing that is not as it should be.
 */
public final class AndroidCheck {
    private static final String PLAIN_TOUR = "dev.latchkey.examples.Tour";
    private static final String APPS = "dev.latchkey.android.apps.";
    private static final String OWN = "latchkey-";

    private final Path target;
    private final ClassPath libraries;
    private final ClassPath everything;
    private final Map<String, Long> sizes = new LinkedHashMap<>();

    private AndroidCheck(Path target) throws IOException {
        this.target = target;
        this.libraries = ClassPath.read(target.resolve("application.class-path"));
        this.everything = ClassPath.read(target.resolve("tour.class-path"));
    }

    /**
     * Runs the check.
     *
     * @param args the folder to work in; the page with the sizes; whether to write the page
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        AndroidCheck check = new AndroidCheck(Path.of(args[0]));
        check.dex();
        check.runShrunk();
        check.weigh();
        check.publish(new Page(Path.of(args[1])), !args[2].equals("false"));
    }

    private void dex() throws IOException {
        Tools.dex(libraries, target.resolve("sdk-dex.zip"));
        System.out.println("D8 takes " + libraries.jars().size() + " jars at API 26, without a warning");
    }

    private void runShrunk() throws IOException, InterruptedException {
        Application tour = tour();
        Path shrunk = target.resolve("tour-shrunk.jar");
        Tools.shrink(tour, shrunk);

        Story plain = Story.toldBy(List.of("-cp", everything.toString(), PLAIN_TOUR), target.resolve("tour-plain.txt"));
        Story same = Story.toldBy(
                List.of(
                        "-cp",
                        target.resolve("classes").toString(),
                        ShrunkTour.class.getName(),
                        tour.mainClass(),
                        shrunk.toString(),
                        fakes().toString()),
                target.resolve("tour-shrunk.txt"));
        plain.requireSame(same);
        System.out.println("the shrunk tour tells the same " + plain.lines().size() + " lines as the plain one: "
                + same.lastLine());

        requireAndroid(shrunk);
    }

    /** Records are newer than Android 8.0: if they are not missed before D8 has rewritten them, nothing would be. */
    private void requireAndroid(Path shrunk) throws IOException {
        Path signatures = target.resolve("android-api-26.signature");
        if (AndroidApi.missingIn(shrunk, signatures).stream().noneMatch(found -> found.contains("Record.<init>"))) {
            throw new CheckFailed("The comparison with Android 8.0 sees nothing.");
        }
        Path desugared = target.resolve("tour-desugared.jar");
        Tools.desugar(shrunk, desugared);
        List<String> missing = AndroidApi.missingIn(desugared, signatures);
        if (!missing.isEmpty()) {
            throw new CheckFailed("Android 8.0 lacks:\n" + String.join("\n", missing));
        }
        System.out.println("what is left of it needs nothing that Android 8.0 lacks");
    }

    private void weigh() throws IOException {
        for (Path jar : libraries.startingWith(OWN).jars()) {
            sizes.put("`" + artifact(jar) + "`, jar", Files.size(jar));
        }
        ClassPath others = libraries.without(libraries.startingWith(OWN));
        sizes.put("what they depend on, " + others.jars().size() + " jars", others.bytes());
        sizes.put("the tour of all four vendors, shrunk to class files", Files.size(target.resolve("tour-shrunk.jar")));
        sizes.put("the same, shrunk to dex", dexSize(tour(), "tour"));
        sizes.put(
                "an application of one vendor, shrunk to dex",
                dexSize(application("OneVendor", libraries), "one-vendor"));
        sizes.put(
                "an application of OkHttp alone, shrunk to dex",
                dexSize(application("OkHttpAlone", libraries), "okhttp-alone"));
    }

    private long dexSize(Application application, String name) throws IOException {
        Path dex = Files.createDirectories(target.resolve(name + "-dex"));
        Tools.shrinkToDex(application, dex);
        return Files.size(dex.resolve("classes.dex"));
    }

    private void publish(Page page, boolean write) throws IOException {
        Sizes measured = new Sizes(sizes);
        Files.writeString(target.resolve("android-sizes.md"), measured.markdown());
        System.out.print(measured.markdown());
        if (write) {
            page.write(measured);
        } else {
            page.requireUpToDate(measured);
        }
    }

    private Application tour() {
        return application("TourOnAPhone", libraries.with(everything.startingWith("latchkey-examples-")));
    }

    private Application application(String name, ClassPath program) {
        ClassPath own = new ClassPath(List.of(target.resolve("android-apps.jar")));
        return new Application(APPS + name, program.with(own), everything.without(program));
    }

    /** The fakes and their libraries, without a class of the SDK. */
    private ClassPath fakes() {
        ClassPath own = everything.startingWith(OWN);
        return everything.without(own).with(everything.startingWith("latchkey-fake-server-"));
    }

    private static String artifact(Path jar) {
        return ClassPath.name(jar).replaceFirst("-\\d.*", "");
    }
}
