package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Echo;
import dev.latchkey.fake.Fault;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultCasesTest {
    @Test
    void everyFaultThatCanBeMadeIsAColumn() {
        Set<String> makers = Arrays.stream(Fault.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Fault.class)
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertThat(makers).contains("status", "reset");

        Set<String> used = FaultCases.all().stream()
                .flatMap(column -> column.parts().stream())
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(makers);
    }

    @Test
    void everySpellingOfAnEchoIsAColumn() {
        assertThat(FaultCases.all())
                .extracting(FaultCase::name)
                .contains(Stream.of(Echo.values())
                        .map(spelling -> "echo " + spelling)
                        .toArray(String[]::new));
    }

    @Test
    void noTwoColumnsHaveTheSameName() {
        assertThat(FaultCases.all()).extracting(FaultCase::name).doesNotHaveDuplicates();
    }
}
