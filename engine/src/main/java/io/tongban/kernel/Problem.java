package io.tongban.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal that reaches the caller as RFC 9457 problem details. The code is {@code module:name}; its sentence stands
 * in the module's {@code messages.properties} under {@code problem.<module>.<name>}, in Chinese and English.
 */
public final class Problem extends RuntimeException {

    /** One refused field: the path inside the body ({@code answers.start}), a code and the sentence's arguments. */
    public record FieldError(String field, String code, List<Object> args) {}

    private final int status;
    private final String code;
    private final transient List<Object> args;
    private final transient List<FieldError> errors = new ArrayList<>();
    private final transient Map<String, Object> more = new LinkedHashMap<>();

    private Problem(int status, String code, Object... args) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.args = List.of(args);
    }

    /** 400: the call itself is malformed. */
    public static Problem malformed(String code, Object... args) {
        return new Problem(400, code, args);
    }

    /** 401: who are you? */
    public static Problem unauthenticated(String code, Object... args) {
        return new Problem(401, code, args);
    }

    /** 403: signed in, but never allowed. */
    public static Problem forbidden() {
        return new Problem(403, "kernel:forbidden");
    }

    /** 404: does not exist, or is not yours to know. */
    public static Problem notFound() {
        return new Problem(404, "kernel:not-found");
    }

    /** 409: somebody else was first; the arguments say who did what when. */
    public static Problem conflict(String code, Object... args) {
        return new Problem(409, code, args);
    }

    /** 422: understood and refused. */
    public static Problem refused(String code, Object... args) {
        return new Problem(422, code, args);
    }

    /** Any other status, such as 413 or 429. */
    public static Problem of(int status, String code, Object... args) {
        return new Problem(status, code, args);
    }

    /** Adds a refused field; {@code code} is {@code module:name} like the problem's own. */
    public Problem field(String field, String code, Object... args) {
        errors.add(new FieldError(field, code, List.of(args)));
        return this;
    }

    /** Adds a member of its own to the answer. */
    public Problem with(String name, Object value) {
        more.put(name, value);
        return this;
    }

    public Map<String, Object> more() {
        return more;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
