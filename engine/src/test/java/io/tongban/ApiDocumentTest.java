package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The API document is good enough to write the web application's client from it, and that was done. */
@ProductTest
class ApiDocumentTest {

    private static final Path COMMITTED = Path.of("../web-admin/openapi.json");
    private static final String RENEW = "npm --prefix web-admin run api";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    TestCompany company;

    private JsonNode served() {
        return company.anonymous().get("/api/openapi.json").ok();
    }

    @Test
    void the_committed_document_says_what_the_server_serves() throws IOException {
        var served = served();
        if ("write".equals(System.getProperty("api"))) {
            Files.writeString(COMMITTED, pretty().writeValueAsString(served) + "\n");
            return;
        }
        var committed = JSON.readTree(Files.readString(COMMITTED));
        if (!committed.equals(served)) {
            var differences = new TreeSet<String>();
            compare("", committed, served, 3, differences);
            fail(
                    "The server's calls changed, but web-admin/openapi.json does not say so yet (%s). Renew it and the"
                            + " types of the web application with: %s",
                    String.join(", ", differences), RENEW);
        }
    }

    /** Names what differs, down to one path or one schema. */
    private static void compare(String at, JsonNode committed, JsonNode served, int depth, TreeSet<String> into) {
        if (committed.equals(served)) {
            return;
        }
        if (depth == 0 || !committed.isObject() || !served.isObject()) {
            into.add(at.substring(at.indexOf(' ') + 1));
            return;
        }
        var names = new TreeSet<>(committed.propertyNames());
        names.addAll(served.propertyNames());
        for (var name : names) {
            var deeper = name.startsWith("/") ? 1 : depth;
            compare(at + " " + name, committed.path(name), served.path(name), deeper - 1, into);
        }
    }

    private static ObjectWriter pretty() {
        var lines = new DefaultIndenter("  ", "\n");
        return JSON.writer()
                .with(new DefaultPrettyPrinter(
                                Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(lines));
    }

    @Test
    void every_call_has_a_name_of_its_own_and_says_what_it_takes_and_answers() {
        var names = new ArrayList<String>();
        for (var path : served().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                names.add(operation.getValue().path("operationId").asString());
                var called = operation.getKey() + " " + path.getKey();
                assertThat(path.getKey()).startsWith("/api/");
                for (var parameter : operation.getValue().path("parameters")) {
                    assertThat(parameter.path("schema").path("type").asString(""))
                            .as(called + " " + parameter.path("name"))
                            .isIn("string", "integer", "boolean", "array");
                }
            }
        }
        assertThat(names).isNotEmpty().doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void it_is_the_same_in_every_language() {
        assertThat(company.anonymous().language("en").get("/api/openapi.json").text())
                .isEqualTo(company.anonymous()
                        .language("zh-CN")
                        .get("/api/openapi.json")
                        .text());
    }
}
