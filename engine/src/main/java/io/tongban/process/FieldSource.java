package io.tongban.process;

import io.tongban.kernel.Actor;
import java.util.List;

/** Options of a select field that depend on the reader; named in the form by {@code properties.source}. */
public interface FieldSource {

    /** One option: stored value and label in the reader's language. */
    record Option(String value, String label) {}

    String key();

    List<Option> options(Actor actor);
}
