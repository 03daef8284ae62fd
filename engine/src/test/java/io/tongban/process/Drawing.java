package io.tongban.process;

import io.tongban.Sketch;
import org.springframework.stereotype.Component;

/** Deploys sketched models for tests; the same one again makes no new version. */
@Component
public class Drawing {

    private final Deployer deployer;

    Drawing(Deployer deployer) {
        this.deployer = deployer;
    }

    /** Answers the key to ask for. */
    public String deploy(Sketch sketch) {
        var form = java.util.Objects.requireNonNull(Deployer.modules().get("trial"))
                .get("trial-vote.form");
        deployer.deploy(sketch.key(), sketch.files(java.util.Objects.requireNonNull(form)));
        return sketch.key();
    }

    /** The same with a form of its own, given by its components. */
    public String deploy(Sketch sketch, String components) {
        var form = "{\"type\": \"default\", \"id\": \"trial-vote\", \"schemaVersion\": 18, \"components\": ["
                + components + "]}";
        deployer.deploy(sketch.key(), sketch.files(form.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return sketch.key();
    }
}
