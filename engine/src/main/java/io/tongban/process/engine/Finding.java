package io.tongban.process.engine;

/**
 * What a check found in a model.
 *
 * @param element id of the element, or its kind where it has none
 * @param rule stable code, such as {@code script} or {@code step-unknown}
 */
public record Finding(String file, String element, int line, String rule, String message) {

    @Override
    public String toString() {
        return file + ":" + line + " " + element + ": " + message + " (" + rule + ")";
    }
}
