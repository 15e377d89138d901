package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.DocumentedOperations;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The targets reach what they are for: each documented answer is decoded on their way. */
class DocumentedAnswersTest {
    static List<Subject<?>> subjects() {
        return Subjects.ALL;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyDocumentedOperationHasACall(Subject<?> subject) {
        assertThat(subject.calls().keySet())
                .containsExactlyInAnyOrderElementsOf(DocumentedOperations.all(subject.vendor()).stream()
                        .map(DocumentedOperation::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyDocumentedAnswerIsDecoded(Subject<?> subject) throws Exception {
        for (Named<byte[]> sample : Samples.documented(subject.vendor()).toList()) {
            FuzzedAnswer answer = FuzzedAnswer.parse(sample.getPayload());
            assertThat(Exchange.of(subject, answer).value())
                    .as(answer.operation())
                    .isNotNull();
        }
    }
}
