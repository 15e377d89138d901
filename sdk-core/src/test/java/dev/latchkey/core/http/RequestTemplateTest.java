package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.RequestTemplate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What an application names its calls by, in metrics and traces. */
class RequestTemplateTest extends HttpTest {
    private final List<String> names = new CopyOnWriteArrayList<>();

    private final EventListener measuring = new EventListener() {
        @Override
        public void callStart(Call call) {
            names.add(name(call.request()));
        }
    };

    @Test
    void anEventListenerAndAnInterceptorSeeTheTemplateInsteadOfATokenInThePath() {
        answer(200);
        OkHttpClient own = new OkHttpClient.Builder()
                .eventListener(measuring)
                .addInterceptor(chain -> {
                    names.add(name(chain.request()));
                    return chain.proceed(chain.request());
                })
                .build();
        HttpApi http = http(builder().okHttpClient(own));

        http.delete("/tokens/{Token}", TestVendor.LEAK)
                .anonymous()
                .returningText()
                .execute();

        assertThat(names).containsExactly("DELETE /tokens/{Token}", "DELETE /tokens/{Token}");
    }

    @Test
    void requestsOfTheUsersOwnHaveNone() throws Exception {
        answer(200);
        OkHttpClient own = http().session()
                .authorize(new OkHttpClient.Builder().eventListener(measuring))
                .build();

        own.newCall(new Request.Builder().url(server.url("/x")).build())
                .execute()
                .close();

        assertThat(names).containsExactly("none");
    }

    private static String name(Request request) {
        RequestTemplate template = request.tag(RequestTemplate.class);
        return template == null ? "none" : template.toString();
    }
}
