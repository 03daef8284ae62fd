package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who decides on leave is changed by editing the model and the decision table, and by nothing else. */
@ProductTest
class ModelChangeTest {

    private static final Map<String, byte[]> FILES = Deployer.modules().getOrDefault("leave", Map.of());

    @Autowired
    Deployer deployer;

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    InboxMapper inbox;

    @Autowired
    RequestMapper mapper;

    @Autowired
    TestCompany company;

    @AfterEach
    void asItWas() {
        deployer.deploy("leave", FILES);
    }

    private static void edit(Map<String, byte[]> files, String file, String from, String to) {
        var text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private Request oneDay(String account) {
        return requests.submit(
                company.actor(account),
                "leave-request",
                Map.of("type", "annual", "start", "2026-12-07T09:00", "end", "2026-12-07T18:00", "reason", "家里有事"),
                null);
    }

    private List<InboxRow> open(Request request) {
        return inbox.ofRequest(request.id()).stream()
                .filter(row -> row.state().equals("todo"))
                .toList();
    }

    private String approve(String account, Request request) {
        return tasks.act(company.actor(account), open(request).get(0).id(), "approve", Tasks.Input.empty(), null)
                .request()
                .status();
    }

    @Test
    void an_edited_model_and_table_change_the_chain_of_new_requests_only() {
        var before = oneDay(company.employ("林晓", "zhao.min"));
        var files = new HashMap<>(FILES);
        edit(files, "leave-approver.dmn", "&lt;= 1<", "&lt;= 0.5<");
        edit(
                files,
                "leave-request.bpmn",
                "name=\"approver\" value=\"head\"",
                "name=\"approver\" value=\"role:finance\"");

        deployer.deploy("leave", files);
        var after = oneDay(company.employ("秦岚", "zhao.min"));

        assertThat(version(after)).isEqualTo(version(before) + 1);
        assertThat(approve("zhao.min", after)).isEqualTo("running");
        assertThat(open(after)).extracting(InboxRow::owner).containsExactly("role:finance");
        assertThat(approve("li.cw", after)).isEqualTo("approved");
        assertThat(approve("zhao.min", before))
                .as("it began when a day needed the leader only")
                .isEqualTo("approved");
    }

    @Test
    void files_as_they_were_make_no_version() {
        var before = oneDay(company.employ("林晓", "zhao.min"));
        deployer.deploy("leave", FILES);
        assertThat(version(oneDay(company.employ("秦岚", "zhao.min")))).isEqualTo(version(before));
    }

    private int version(Request request) {
        return java.util.Objects.requireNonNull(mapper.find(request.id())).version();
    }
}
