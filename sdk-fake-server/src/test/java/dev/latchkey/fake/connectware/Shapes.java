package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds an answer against a documented sample: the same members of the same types. */
final class Shapes {
    private final Set<String> mayBeAbsent;

    /** The paths of members, as in {@code $.secret}, that the sample shows and the answer may lack or have empty. */
    Shapes(Set<String> mayBeAbsent) {
        this.mayBeAbsent = mayBeAbsent;
    }

    void assertAlike(Object answer, Object sample) {
        assertAlike("$", answer, sample);
    }

    private void assertAlike(String path, Object answer, Object sample) {
        if (sample instanceof Map<?, ?> members) {
            assertThat(answer).as(path).isInstanceOf(Map.class);
            assertMembers(path, (Map<?, ?>) answer, members);
        } else if (sample instanceof List<?> elements) {
            assertThat(answer).as(path).isInstanceOf(List.class);
            if (!mayBeAbsent.contains(path)) {
                assertThat((List<?>) answer)
                        .as(path + " has to have something to look at")
                        .isNotEmpty();
            }
            for (Object element : (List<?>) answer) {
                assertAlike(path + "[]", element, elements.get(0));
            }
        } else if (sample != null) {
            assertThat(answer).as(path).isInstanceOf(sample instanceof Number ? Number.class : sample.getClass());
        }
    }

    private void assertMembers(String path, Map<?, ?> answer, Map<?, ?> sample) {
        assertThat(answer.keySet().stream().filter(name -> !sample.containsKey(name)))
                .as(path + " has other members")
                .isEmpty();
        for (Map.Entry<?, ?> member : sample.entrySet()) {
            String place = path + "." + member.getKey();
            if (answer.containsKey(member.getKey())) {
                assertAlike(place, answer.get(member.getKey()), member.getValue());
            } else {
                assertThat(mayBeAbsent).as("members that may be absent").contains(place);
            }
        }
    }
}
