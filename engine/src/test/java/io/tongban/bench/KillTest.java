package io.tongban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillTest {

    @Test
    void a_killed_server_loses_nothing_that_it_answered() throws Exception {
        var home = Server.home("kill-test");
        var settings = new LinkedHashMap<>(Database.H2.empty(home));
        settings.put("tongban.home", home.toString());
        settings.put("spring.profiles.active", "demo");
        var options = List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), "io.tongban.Application");

        var result = new KillRun(options, home, settings).run(2);

        System.out.println(result);
        assertThat(result.requests()).isPositive();
        assertThat(result.votes()).isPositive();
    }
}
