package dev.latchkey.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A documented request with its placeholders filled in. */
record ExpectedRequest(
        String requestLine,
        Map<String, String> authorization,
        List<String> authorizationNames,
        String accept,
        boolean anyBody,
        @Nullable String contentType,
        @Nullable Object body,
        @Nullable Integer contentLength) {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** What HTTP itself needs, beside the headers that are asserted one by one. */
    private static final Set<String> TRANSPORT =
            Set.of("host", "connection", "accept-encoding", "user-agent", "accept", "content-type", "content-length");

    static ExpectedRequest of(
            DocumentedOperation operation,
            CaseDetails details,
            String basePath,
            Map<String, String> authorization,
            List<String> authorizationNames) {
        Map<String, String> values = details.values();
        String path = DocumentedOperation.fill(basePath + operation.path(), values) + query(operation, values);
        return new ExpectedRequest(
                operation.method() + " " + path + " HTTP/1.1",
                authorization,
                authorizationNames,
                details.accept(),
                details.anyBody(),
                operation.contentType(),
                body(operation, details),
                contentLength(operation, details.body()));
    }

    /** The printed length is that of the compact sample; another body is as much longer or shorter as it differs. */
    private static @Nullable Integer contentLength(DocumentedOperation operation, @Nullable String given) {
        Integer printed = operation.contentLength();
        if (printed == null || given == null) {
            return printed;
        }
        int longer = JsonTree.write(JsonTree.parse(given)).length()
                - JsonTree.write(operation.requestExample()).length();
        return printed + longer;
    }

    private static String query(DocumentedOperation operation, Map<String, String> values) {
        String query = operation.query().stream()
                .filter(values::containsKey)
                .map(name -> encode(name) + "=" + encode(values.get(name)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static @Nullable Object body(DocumentedOperation operation, CaseDetails details) {
        String given = details.body();
        if (given == null) {
            return filled(operation.requestExample(), details.values());
        }
        Object body = JsonTree.parse(given);
        if (body instanceof Map<?, ?> members && operation.requestExample() instanceof Map<?, ?> documented) {
            assertThat(documented.keySet().containsAll(members.keySet()))
                    .as("members that are documented")
                    .isTrue();
        }
        return body;
    }

    void compare(RecordedRequest request) {
        assertThat(request.getRequestLine()).isEqualTo(requestLine);
        assertThat(request.getHeaders().values("Accept")).containsExactly(accept);
        compareAuthorization(request);
        compareBody(request);
        Set<String> unexpected = new TreeSet<>();
        request.getHeaders().names().forEach(name -> unexpected.add(name.toLowerCase(Locale.ROOT)));
        unexpected.removeAll(TRANSPORT);
        authorization.keySet().forEach(name -> unexpected.remove(name.toLowerCase(Locale.ROOT)));
        assertThat(unexpected).as("headers that nobody documents").isEmpty();
    }

    private void compareAuthorization(RecordedRequest request) {
        for (String name : authorizationNames) {
            String value = authorization.get(name);
            assertThat(request.getHeaders().values(name)).isEqualTo(value == null ? List.of() : List.of(value));
        }
    }

    private void compareBody(RecordedRequest request) {
        if (anyBody) {
            return;
        }
        ByteString sent = request.getBody();
        String text = sent == null ? "" : sent.utf8();
        if (contentType == null) {
            assertThat(request.getHeaders().get("Content-Type")).isNull();
            assertThat(text).isEmpty();
            return;
        }
        assertThat(request.getHeaders().values("Content-Type"))
                .hasSize(1)
                .first()
                .isEqualTo(contentType);
        if (contentType.equals(FORM)) {
            assertThat(text).isEqualTo(formOf((Map<?, ?>) body));
        } else {
            assertThat(JsonTree.parse(text)).isEqualTo(body);
            assertThat(text).as("compact JSON").hasSameSizeAs(JsonTree.write(body));
            assertThat(sent == null ? 0 : sent.size())
                    .as("the printed Content-Length")
                    .isEqualTo(contentLength == null ? request.getBodySize() : contentLength.longValue());
        }
    }

    private static String formOf(@Nullable Map<?, ?> fields) {
        return (fields == null ? Map.<String, String>of() : fields)
                .entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(@Nullable Object text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }

    private static @Nullable Object filled(@Nullable Object example, Map<String, String> values) {
        if (example instanceof String text) {
            return DocumentedOperation.fill(text, values);
        }
        if (example instanceof List<?> elements) {
            return elements.stream().map(element -> filled(element, values)).toList();
        }
        if (example instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            members.forEach((name, value) -> result.put(String.valueOf(name), filled(value, values)));
            return result;
        }
        return example;
    }
}
