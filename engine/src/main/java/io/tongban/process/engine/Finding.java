package io.tongban.process.engine;

/**
 * What a check found in a model.
 *
 * @param severity {@code error} when it must not be deployed like that, {@code warning} when somebody should say why it
 *     may, {@code info} otherwise
 * @param element id of the element, or its kind where it has none
 * @param rule stable code, such as {@code script} or {@code step-unknown}
 */
public record Finding(String severity, String file, String element, int line, String rule, String message) {

    public static final String ERROR = "error";
    public static final String WARNING = "warning";
    public static final String INFO = "info";

    /** Something because of which it is not deployed. */
    public Finding(String file, String element, int line, String rule, String message) {
        this(ERROR, file, element, line, rule, message);
    }

    public boolean isError() {
        return severity.equals(ERROR);
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + element + ": " + message + " (" + rule + ")";
    }
}
