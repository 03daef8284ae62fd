package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a published process when the product starts again, with the same files and with newer ones. */
@ProductTest
class ShippedModelsTest {

    @Autowired
    Deployer deployer;

    @Autowired
    ProcessModels models;

    private final String module = "shipped-" + Long.toString(System.nanoTime(), 36);
    private final String key = module + "-a";
    private final String other = module + "-b";

    private static Map<String, byte[]> drawn(String key, String approver) {
        var form = Objects.requireNonNull(
                Objects.requireNonNull(Deployer.modules().get("trial")).get("trial-vote.form"));
        return Sketch.of(key).task("Task_One", approver).files(form);
    }

    private Map<String, byte[]> shipped(String approver, String others) {
        var files = new TreeMap<>(drawn(key, approver));
        files.putAll(drawn(other, others));
        return files;
    }

    private int version(String process) {
        return models.running(process, Locale.ENGLISH).orElseThrow().version();
    }

    private String runs() {
        var files = models.files(models.running(key, Locale.ENGLISH).orElseThrow());
        return new String(files.getOrDefault(key + ".bpmn", new byte[0]), StandardCharsets.UTF_8);
    }

    @BeforeEach
    void anInstallationInWhichAProcessWasPublished() throws ProcessModels.Refused {
        deployer.deploy(module, shipped("leader", "leader"));
        models.publish(key, drawn(key, "role:hr"), Locale.ENGLISH);
        assertThat(version(key)).isEqualTo(2);
    }

    @Test
    void a_restart_leaves_the_published_version() {
        deployer.deploy(module, shipped("leader", "leader"));
        assertThat(version(key)).isEqualTo(2);
        assertThat(version(other)).isEqualTo(1);
        assertThat(runs()).contains("role:hr");
    }

    @Test
    void so_does_a_newer_product_that_changes_something_else() {
        deployer.deploy(module, shipped("leader", "head"));
        assertThat(version(key)).isEqualTo(2);
        assertThat(version(other)).isEqualTo(2);
        deployer.deploy(module, shipped("leader", "head"));
        assertThat(version(key)).isEqualTo(2);
        assertThat(version(other)).isEqualTo(2);
        assertThat(runs()).contains("role:hr");
    }

    @Test
    void a_newer_product_that_changes_the_process_replaces_it() {
        deployer.deploy(module, shipped("role:finance", "leader"));
        assertThat(version(key)).isEqualTo(3);
        assertThat(runs()).contains("role:finance");
        assertThat(models.versions(key))
                .extracting(ProcessModels.Version::shipped)
                .containsExactly(true, false, true);
        deployer.deploy(module, shipped("role:finance", "leader"));
        assertThat(version(key)).isEqualTo(3);
    }
}
