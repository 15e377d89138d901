package dev.latchkey.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicTest;

/**
 * Walks the documented operations of a vendor, and shows for each that the client sends exactly what is documented and
 * decodes every member of the documented answer, in each way of executing a call.
 *
 * @param <C> the client
 */
public final class OperationWalk<C extends AutoCloseable> {
    private final String vendor;
    private final Function<String, C> client;
    private final DocumentedOperation login;
    private final Map<String, String> sessionHeaders;
    private final AuthScheme scheme;
    private final String basePath;
    private final Map<String, OperationCase<C>> cases;
    private List<DocumentedOperation> operations;
    private String operationsPath;
    private UnaryOperator<String> loginChange = UnaryOperator.identity();
    private Set<String> groups = Set.of();

    /**
     * A walk.
     *
     * @param vendor as in the documentation's ids
     * @param basePath the path of the vendor's base URL, for instance {@code /api}
     * @param client opens a client with credentials at a base URL
     * @param scheme how the vendor's tokens travel
     * @param loginId the operation that the session logs in with
     * @param issued the tokens in its documented answer
     * @param cases one for each documented operation
     */
    public OperationWalk(
            String vendor,
            String basePath,
            Function<String, C> client,
            AuthScheme scheme,
            String loginId,
            Tokens issued,
            List<OperationCase<C>> cases) {
        this.vendor = vendor;
        this.operations = DocumentedOperations.of(vendor);
        this.operationsPath = basePath;
        this.client = client;
        this.login = operations.stream()
                .filter(operation -> operation.id().equals(loginId))
                .findFirst()
                .orElseThrow();
        this.sessionHeaders = scheme.headers(issued);
        this.scheme = scheme;
        this.basePath = basePath;
        this.cases = cases.stream().collect(Collectors.toMap(OperationCase::id, Function.identity()));
    }

    /**
     * The same walk through some groups of operations only.
     *
     * @param groups as in the ids, for instance {@code users}
     * @return the walk
     */
    public OperationWalk<C> within(String... groups) {
        this.groups = Set.of(groups);
        return this;
    }

    /**
     * The same walk through the operations beyond the vendor's auth pages, see {@link DocumentedOperations#beyond}. The session
     * logs in as before.
     *
     * @param path of the URL below which these operations are, for instance {@code /api}
     * @return the walk
     */
    public OperationWalk<C> beyond(String path) {
        this.operations = DocumentedOperations.beyond(vendor);
        this.operationsPath = path;
        return this;
    }

    /**
     * The same walk, where the documented sample of a login is not one that lets a session in.
     *
     * @param change makes such a one of it
     * @return the walk
     */
    public OperationWalk<C> loggingInWith(UnaryOperator<String> change) {
        this.loginChange = change;
        return this;
    }

    /**
     * The tests, for a {@code TestFactory}.
     *
     * @return one for each operation and way of execution, and one that no operation is left out
     */
    public Stream<DynamicTest> tests() {
        Stream<DynamicTest> complete = Stream.of(DynamicTest.dynamicTest(
                "every documented operation has a case, and every case is documented",
                () -> assertThat(cases.keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                documented().map(DocumentedOperation::id).toList())));
        return Stream.concat(
                complete,
                documented()
                        .filter(operation -> cases.containsKey(operation.id()))
                        .flatMap(this::tests));
    }

    private Stream<DocumentedOperation> documented() {
        return operations.stream()
                .filter(operation -> groups.isEmpty()
                        || groups.stream().anyMatch(group -> operation.id().contains("." + group + ".")));
    }

    private Stream<DynamicTest> tests(DocumentedOperation operation) {
        OperationCase<C> one = cases.get(operation.id());
        if (one == null) {
            return Stream.empty();
        }
        return Arrays.stream(Execution.values())
                .map(execution -> DynamicTest.dynamicTest(
                        operation.id() + " " + execution, () -> walk(operation, one, execution)));
    }

    @SuppressWarnings("try") // a client's close may throw anything, as far as the type says
    private void walk(DocumentedOperation operation, OperationCase<C> one, Execution execution) throws Exception {
        CaseDetails details = one.details();
        boolean needsSession = operation.authorised() && details.tokens() == null && !details.sessionless();
        CaseAnswer answer = one.answer(operation);
        try (SampleServer server = new SampleServer(needsSession, loginChange.apply(loginSample()), answer.body());
                C opened = client.apply(server.baseUrl(basePath))) {
            Object value = execution.run(one.call(opened));

            if (answer.body().isEmpty()) {
                assertThat(value).isNull();
            } else {
                assertThat(one.write(value))
                        .as("the decoded answer, written back member by member")
                        .isEqualTo(answer.decoded());
            }
            assertThat(server.requestCount()).isEqualTo(needsSession ? 2 : 1);
            if (needsSession) {
                assertThat(server.take().getTarget()).isEqualTo(basePath + login.path());
            }
            requireDocumented(server.take(), operation, one);
        }
    }

    private String loginSample() {
        OperationCase<C> one = cases.get(login.id());
        return one == null
                ? String.valueOf(login.responseExample())
                : one.answer(login).body();
    }

    private void requireDocumented(RecordedRequest request, DocumentedOperation operation, OperationCase<C> one) {
        ExpectedRequest.of(operation, one.details(), operationsPath, headers(operation, one), scheme.headerNames())
                .compare(request);
    }

    private Map<String, String> headers(DocumentedOperation operation, OperationCase<C> one) {
        if (!operation.authorised() || one.details().sessionless()) {
            return Map.of();
        }
        Tokens given = one.details().tokens();
        return given == null ? sessionHeaders : scheme.headers(given);
    }
}
