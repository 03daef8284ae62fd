package io.tongban.process;

import org.jspecify.annotations.Nullable;

/**
 * What speaks against a model, or is to be known about it.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param rule what kind of rule it is: {@code xml}, {@code schema}, {@code policy}, {@code wiring}, {@code form-field},
 *     {@code soundness}, {@code table-gap}, {@code table-overlap}, {@code approver}, {@code name}
 * @param code which rule it is
 * @param file name of the file
 * @param element id of the element, null where it has none
 * @param message in the reader's language
 */
public record ModelFinding(
        String severity,
        String rule,
        String code,
        String file,
        @Nullable String element,
        @Nullable Integer line,
        String message) {

    public boolean forbids() {
        return severity.equals("error");
    }

    public boolean needsReason() {
        return severity.equals("warning");
    }
}
