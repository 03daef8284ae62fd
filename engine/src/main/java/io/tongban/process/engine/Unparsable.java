package io.tongban.process.engine;

import java.util.List;

/** The engine does not understand a model. */
public final class Unparsable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    Unparsable(List<Finding> findings) {
        super(findings.toString());
        this.findings = findings;
    }

    public List<Finding> findings() {
        return findings;
    }
}
