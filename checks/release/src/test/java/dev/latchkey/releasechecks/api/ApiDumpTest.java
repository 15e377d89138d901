package dev.latchkey.releasechecks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDumpTest {
    private static final String DOOR = """
            package house;
            import java.io.IOException;
            import java.util.List;
            import org.jspecify.annotations.Nullable;
            public abstract class Door extends Frame {
                public static final int SIDES = 2;
                public static final String NAME = "a \\"door\\"";
                protected Door(String wood) {}
                public @Nullable String knock(int times) throws IOException { return null; }
                public <T extends Comparable<T>> List<@Nullable T> through(List<? extends T> all) { return List.of(); }
                @Deprecated(since = "2") protected String[] old(@Nullable String[] marks) { return new String[0]; }
                void creak() {}
                private int secret;
            }
            """;
    private static final String FRAME = """
            package house;
            class Frame {
                public void mount() {}
                void adjust() {}
            }
            """;
    private static final String KEY = """
            package house;
            import org.jspecify.annotations.Nullable;
            public sealed interface Key permits Key.Plain, Key.Coded {
                default int teeth() { return 5; }
                record Plain(String cut, @Nullable String tag) implements Key {}
                enum Coded implements Key { RED, BLUE }
            }
            """;
    private static final String CELLAR = """
            package house.cellar;
            public class Cellar {}
            """;

    private final Map<String, String> house = new HashMap<>();

    @TempDir
    Path before;

    @TempDir
    Path after;

    @BeforeEach
    void build() {
        house.put(
                "module-info.java",
                "module house { requires java.logging; requires transitive org.jspecify; exports house; }");
        house.put("house/package-info.java", "@org.jspecify.annotations.NullMarked package house;");
        house.put("house/Door.java", DOOR);
        house.put("house/Frame.java", FRAME);
        house.put("house/Key.java", KEY);
        house.put("house/cellar/Cellar.java", CELLAR);
    }

    @Test
    void allThatUsersCanNameIsDumped() {
        assertThat(CompiledModule.dump(before, house)).isEqualTo("""
                module house
                  requires transitive org.jspecify

                @NullMarked package house

                public abstract class house.Door extends house.Frame
                  public static final String NAME = "a \\"door\\""
                  public static final int SIDES = 2
                  protected Door(String)
                  @Deprecated(since="2") protected String[] old(@Nullable String[])
                  public <T extends Comparable<T>> java.util.List<@Nullable T> through(java.util.List<? extends T>)
                  public @Nullable String knock(int) throws java.io.IOException

                class house.Frame
                  public void mount()

                public sealed interface house.Key permits house.Key.Coded, house.Key.Plain
                  public default int teeth()

                public enum house.Key.Coded implements house.Key
                  public static final house.Key.Coded BLUE
                  public static final house.Key.Coded RED
                  public static house.Key.Coded valueOf(String)
                  public static house.Key.Coded[] values()

                public record house.Key.Plain(String cut, @Nullable String tag) implements house.Key
                  public Plain(String, @Nullable String)
                  public @Nullable String tag()
                  public String cut()
                  public final String toString()
                  public final boolean equals(Object)
                  public final int hashCode()
                """);
    }

    @Test
    void aMethodThatIsGoneIsNamedTogetherWithWhatToDo() {
        ApiChange change = changedBy("house/Frame.java", "public void mount() {}", "");

        assertThat(change.removed()).containsExactly("house.Frame: public void mount()");
        assertThat(change.added()).isEmpty();
        assertThat(change.message("house")).isEqualTo("""
                The public API of house is not the one that was reviewed:
                  - house.Frame: public void mount()
                A line with a minus may break those who use it: keep the old form beside the new one, deprecated.
                If the change is meant, write it down and commit it together with the code:
                  mvn -q -Papi-write
                  git diff -- '*.api'
                and say so in CHANGELOG.md.""");
    }

    @Test
    void aMethodThatIsNewIsNamed() {
        ApiChange change = changedBy("house/Door.java", "void creak() {}", "public void creak() {}");

        assertThat(change.removed()).isEmpty();
        assertThat(change.added()).containsExactly("house.Door: public void creak()");
        assertThat(change.message("house")).doesNotContain("minus");
    }

    @Test
    void nullnessIsPartOfTheApi() {
        ApiChange change = changedBy("house/Door.java", "List<@Nullable T> through", "List<T> through");

        assertThat(change.removed()).hasSize(1);
        assertThat(change.added())
                .containsExactly(
                        "house.Door: public <T extends Comparable<T>> java.util.List<T> through(java.util.List<? extends T>)");
    }

    @Test
    void whetherAPackageIsNullMarkedIsPartOfTheApi() {
        ApiChange change = changedBy("house/package-info.java", "@org.jspecify.annotations.NullMarked ", "");

        assertThat(change.added()).containsExactly("package house");
    }

    @Test
    void aConstantIsPartOfTheApiByItsValue() {
        ApiChange change = changedBy("house/Door.java", "SIDES = 2", "SIDES = 3");

        assertThat(change.added()).containsExactly("house.Door: public static final int SIDES = 3");
    }

    @Test
    void anExceptionIsPartOfTheApi() {
        ApiChange change = changedBy("house/Door.java", "throws IOException ", "");

        assertThat(change.added()).containsExactly("house.Door: public @Nullable String knock(int)");
    }

    @Test
    void whoMayImplementASealedTypeIsPartOfTheApi() {
        house.put("house/Bent.java", "package house; record Bent() implements Key {}");
        String more = CompiledModule.dump(
                after, changed("house/Key.java", "permits Key.Plain, Key.Coded", "permits Key.Plain, Key.Coded, Bent"));
        house.remove("house/Bent.java");

        assertThat(ApiChange.between(CompiledModule.dump(before, house), more).added())
                .containsExactly(
                        "public sealed interface house.Key permits house.Bent, house.Key.Coded, house.Key.Plain");
    }

    @Test
    void whatNoUserCanNameMayChange() {
        assertThat(changedBy("house/Door.java", "void creak() {}", "").isEmpty())
                .isTrue();
        assertThat(changedBy("house/Door.java", "private int secret;", "").isEmpty())
                .isTrue();
        assertThat(changedBy(
                                "house/cellar/Cellar.java",
                                "public class Cellar {}",
                                "public class Cellar { public void dig() {} }")
                        .isEmpty())
                .isTrue();
    }

    private ApiChange changedBy(String file, String old, String replacement) {
        return ApiChange.between(
                CompiledModule.dump(before, house), CompiledModule.dump(after, changed(file, old, replacement)));
    }

    private Map<String, String> changed(String file, String old, String replacement) {
        assertThat(house.get(file)).contains(old);
        Map<String, String> rebuilt = new HashMap<>(house);
        rebuilt.put(file, house.get(file).replace(old, replacement));
        return rebuilt;
    }
}
