package dev.latchkey.examples;

import dev.latchkey.examples.tour.Chapter;
import dev.latchkey.examples.tour.ConnectwareChapter;
import dev.latchkey.examples.tour.ControlByWebChapter;
import dev.latchkey.examples.tour.DeviceHiveChapter;
import dev.latchkey.examples.tour.Story;
import dev.latchkey.examples.tour.Target;
import dev.latchkey.examples.tour.Terminal;
import dev.latchkey.examples.tour.UsageException;
import dev.latchkey.examples.tour.WebitelChapter;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Does what a user would do with each vendor, and tells the story. Without arguments it starts the fakes on loopback; with
 * {@code --controlbyweb-url URL --controlbyweb-user NAME} (or {@code --connectware-…}, {@code --webitel-…}, {@code --devicehive-…}) it visits that
 * server alone, and leaves out what only a fake can do. The password is read from {@code CONTROLBYWEB_PASSWORD} (or
 * {@code CONNECTWARE_…} and so on), or else from the standard input, never from an argument.
 *
 * <p>Ends with 0 if everything was as expected, 1 if anything differed, 2 if the arguments are wrong.
 */
public final class Tour {
    private static final String USAGE =
            "usage: [--VENDOR-url URL --VENDOR-user NAME] for controlbyweb, connectware, webitel, devicehive"
                    + " (password in VENDOR_PASSWORD or on the standard input)";

    private final Map<String, String> environment;
    private final BufferedReader input;
    private final Story story;

    /**
     * A tour.
     *
     * @param environment the environment's variables
     * @param input where a password may come from
     * @param out where the story goes
     * @param isColoured whether to use colour
     */
    public Tour(Map<String, String> environment, InputStream input, PrintStream out, boolean isColoured) {
        this.environment = environment;
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        this.story = new Story(out, isColoured);
    }

    public static void main(String[] args) {
        int code = new Tour(System.getenv(), System.in, System.out, Terminal.showsColour(System.getenv())).run(args);
        System.out.flush();
        System.exit(code);
    }

    /**
     * Runs the tour.
     *
     * @param args the command line's arguments
     * @return the exit code
     */
    public int run(String... args) {
        List<Chapter> chapters;
        try {
            chapters = chapters(new ArrayDeque<>(Arrays.asList(args)));
        } catch (UsageException e) {
            story.complain(e.problem(), USAGE);
            return 2;
        }
        long start = System.nanoTime();
        for (Chapter chapter : chapters) {
            story.tell(chapter);
        }
        return story.end(Duration.ofNanos(System.nanoTime() - start)) ? 0 : 1;
    }

    private List<Chapter> chapters(Deque<String> args) {
        Target controlByWeb = Target.take("controlbyweb", args, environment, input);
        Target connectware = Target.take("connectware", args, environment, input);
        Target webitel = Target.take("webitel", args, environment, input);
        Target deviceHive = Target.take("devicehive", args, environment, input);
        if (!args.isEmpty()) {
            throw new UsageException("What is " + args.getFirst() + "?");
        }
        List<Chapter> chapters = new ArrayList<>();
        boolean visitsFakes = controlByWeb == null && connectware == null && webitel == null && deviceHive == null;
        if (visitsFakes || controlByWeb != null) {
            chapters.add(new ControlByWebChapter(controlByWeb));
        }
        if (visitsFakes || connectware != null) {
            chapters.add(new ConnectwareChapter(connectware));
        }
        if (visitsFakes || webitel != null) {
            chapters.add(new WebitelChapter(webitel));
        }
        if (visitsFakes || deviceHive != null) {
            chapters.add(new DeviceHiveChapter(deviceHive));
        }
        return chapters;
    }
}
