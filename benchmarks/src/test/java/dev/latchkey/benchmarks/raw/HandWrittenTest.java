package dev.latchkey.benchmarks.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.latchkey.benchmarks.server.Samples;
import org.junit.jupiter.api.Test;

class HandWrittenTest {
    private final Moshi moshi = new Moshi.Builder().build();

    @Test
    void theFloorReadsWhatReflectionReads() throws Exception {
        String page = Samples.page(3, 1, 2);

        RawPage read = new PageAdapter().fromJson(page);

        assertThat(read).isEqualTo(moshi.adapter(RawPage.class).fromJson(page));
        assertThat(read.users()).hasSize(3);
        assertThat(read.pagination()).isEqualTo(new RawPagination(2, 6, 3, 1, 2, 3));
    }

    @Test
    void nullsAndUnknownMembersAreAcceptedByBoth() throws Exception {
        String user = "{\"id\":null,\"roles\":null,\"unknown\":[{}],\"username\":\"jane\",\"mfa_is_enrolled\":null}";

        RawUser read = new UserAdapter().fromJson(user);

        assertThat(read).isEqualTo(moshi.adapter(RawUser.class).fromJson(user));
        assertThat(read.username()).isEqualTo("jane");
    }
}
