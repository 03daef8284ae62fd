package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.process.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class WiringTest {

    @Autowired
    Deployer deployer;

    @Autowired
    Engine engine;

    @Autowired
    Wiring wiring;

    private static Map<String, byte[]> trial(String file, String from, String to) {
        var files = new HashMap<>(Deployer.modules().get("trial"));
        var text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private void refused(Map<String, byte[]> files, String rule) {
        var before = engine.latest();
        assertThatThrownBy(() -> deployer.deploy("trial", files))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(rule);
        assertThat(engine.latest()).isEqualTo(before);
    }

    @Test
    void our_own_models_may_be_deployed() {
        Deployer.modules().forEach(wiring::check);
    }

    @Test
    void a_model_that_names_what_does_not_exist_is_not_deployed() {
        refused(trial("trial-request.bpmn", "trial.reserve", "trial.nothing"), "step-unknown");
        refused(trial("trial-request.bpmn", "role:finance", "finance department"), "rule-unknown");
        refused(trial("trial-request.bpmn", "formRef=\"trial-request\"", "formRef=\"other\""), "form-unknown");
        refused(trial("trial-request.bpmn", "value=\"remark\"", "value=\"salary\""), "field-unknown");
        refused(trial("trial-request.bpmn", "${amount &gt; 1000}", "${colour == 'red'}"), "fact-unknown");
        refused(
                trial("trial-proof.bpmn", "name=\"evidence\" value=\"required\"", "name=\"evidence\" value=\"yes\""),
                "need");
    }

    @Test
    void a_form_with_an_unknown_source_or_another_name_is_not_deployed() {
        refused(trial("trial-request.form", "\"person\"", "\"person\", \"source\": \"moon.people\""), "moon.people");
        refused(trial("trial-request.form", "\"id\": \"trial-request\"", "\"id\": \"other\""), "name of its file");
    }

    @Test
    void a_form_whose_condition_never_ends_is_not_deployed() {
        var loop = "\"key\": \"remark\", \"conditional\": {\"hide\": \"=count(for i in 1..999999999 return i) > 1\"}";
        refused(trial("trial-request.form", "\"key\": \"remark\"", loop), "loops");
    }
}
