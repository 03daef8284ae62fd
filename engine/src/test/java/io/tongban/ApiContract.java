package io.tongban;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds what the product answers against what its API document says. */
final class ApiContract {

    private static final Map<Integer, ApiContract> SERVERS = new ConcurrentHashMap<>();

    private final JsonNode document;

    private ApiContract(JsonNode document) {
        this.document = document;
    }

    /** The contract of the server on this port. */
    static ApiContract of(int port, Supplier<JsonNode> document) {
        return SERVERS.computeIfAbsent(port, any -> new ApiContract(document.get()));
    }

    /** Fails when the body is not what the call answers with this status. */
    void check(String method, String path, int status, JsonNode body) {
        var call = method + " " + path;
        var operation = operation(method, path);
        if (operation == null) {
            if (status / 100 == 2) {
                throw new AssertionError(call + " is not in the API document");
            }
            return;
        }
        var answers = operation.path("responses");
        var answer = status / 100 == 2 ? answers.path(String.valueOf(status)) : answers.path("default");
        if (answer.isMissingNode()) {
            throw new AssertionError(call + " answered " + status + ", which the API document does not know");
        }
        var content = resolved(answer).path("content");
        for (var schema : List.of(content.path("application/json"), content.path("application/problem+json"))) {
            if (!schema.isMissingNode() && !body.isMissingNode()) {
                var wrong = mismatch(body, schema.path("schema"), "");
                if (wrong != null) {
                    throw new AssertionError(
                            "%s answered what the API document does not say: %s in %s".formatted(call, wrong, body));
                }
            }
        }
    }

    private @Nullable JsonNode operation(String method, String path) {
        var asked = path.split("/");
        JsonNode found = null;
        var fewest = Integer.MAX_VALUE;
        for (var entry : document.path("paths").properties()) {
            var known = entry.getKey().split("/");
            var holes =
                    (int) Stream.of(known).filter(part -> part.startsWith("{")).count();
            var operation = entry.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
            if (known.length == asked.length && holes < fewest && !operation.isMissingNode() && fits(known, asked)) {
                found = operation;
                fewest = holes;
            }
        }
        return found;
    }

    private static boolean fits(String[] known, String[] asked) {
        for (var i = 0; i < known.length; i++) {
            if (!known[i].startsWith("{") && !known[i].equals(asked[i])) {
                return false;
            }
        }
        return true;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** What is wrong with the value, null when nothing is. */
    private @Nullable String mismatch(JsonNode value, JsonNode written, String at) {
        var schema = resolved(written);
        if (schema.has("anyOf")) {
            var wrong = schema.path("anyOf")
                    .valueStream()
                    .map(one -> mismatch(value, one, at))
                    .toList();
            return wrong.contains(null) ? null : wrong.get(0);
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            return at + " is " + value;
        }
        if (schema.has("type") && types(schema).noneMatch(type -> is(value, type))) {
            return at + " is " + value + " instead of " + schema.path("type");
        }
        if (value.isArray()) {
            for (var item : value) {
                var wrong = mismatch(item, schema.path("items"), at + "[]");
                if (wrong != null) {
                    return wrong;
                }
            }
        }
        return value.isObject() ? properties(value, schema, at) : null;
    }

    private @Nullable String properties(JsonNode value, JsonNode schema, String at) {
        for (var name : schema.path("required")) {
            if (!value.has(name.asString())) {
                return at + "." + name.asString() + " is missing";
            }
        }
        for (var property : value.properties()) {
            var own = schema.path("properties").path(property.getKey());
            var here = at + "." + property.getKey();
            if (schema.has("properties") && own.isMissingNode()) {
                return here + " is too much";
            }
            var wrong = mismatch(
                    property.getValue(), own.isMissingNode() ? schema.path("additionalProperties") : own, here);
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static Stream<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString) : Stream.of(type.asString());
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> value.isNull();
        };
    }
}
