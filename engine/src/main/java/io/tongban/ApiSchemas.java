package io.tongban;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.tongban.kernel.Decimal;
import io.tongban.kernel.OneOf;
import java.lang.reflect.RecordComponent;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/**
 * How the records and enums that calls carry look in the API document. Each is called after its module and itself, so
 * a name means one thing and stays what it is, whatever else the document holds.
 */
@Component
class ApiSchemas implements ModelConverter {

    private static final String ROOT = Application.class.getPackageName() + ".";
    private static final String NULL = "null";

    private final Map<String, Class<?>> known = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
        var type = Json.mapper().constructType(asked.getType());
        var raw = type.getRawClass();
        if (raw.isRecord() || raw.isEnum()) {
            var name = name(type);
            if (!context.getDefinedModels().containsKey(name)) {
                define(name, type, context);
            }
            return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
        }
        if (raw == Object.class || JsonNode.class.isAssignableFrom(raw)) {
            return new JsonSchema();
        }
        if (raw == LocalDateTime.class || raw == LocalTime.class) {
            return text(raw == LocalTime.class ? "time-local" : "date-time-local");
        }
        if (raw == SseEmitter.class) {
            return text(null);
        }
        return others.hasNext() ? others.next().resolve(asked, context, others) : null;
    }

    private void define(String name, JavaType type, ModelConverterContext context) {
        var schema = new JsonSchema();
        // First the name: a record may hold others of its kind.
        context.defineModel(name, schema);
        if (type.isEnumType()) {
            schema.typesItem("string")._enum(words(type.getRawClass()));
            return;
        }
        schema.typesItem("object");
        fill(schema, type, context);
    }

    private static void fill(Schema<?> schema, JavaType record, ModelConverterContext context) {
        for (var component : record.getRawClass().getRecordComponents()) {
            var type =
                    Json.mapper().getTypeFactory().resolveMemberType(component.getGenericType(), record.getBindings());
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fill(schema, type, context);
                continue;
            }
            var property = property(component, type, context);
            var called = component.getAccessor().getAnnotation(JsonProperty.class);
            var key = called == null ? component.getName() : called.value();
            var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            schema.addProperty(key, optional ? orNull(property) : property);
            if (!optional) {
                schema.addRequiredItem(key);
            }
        }
    }

    private static Schema<?> property(RecordComponent component, JavaType type, ModelConverterContext context) {
        var words = AnnotatedElementUtils.findMergedAnnotation(component, OneOf.class);
        if (words != null) {
            var word = text(null)._enum(List.of(words.value()));
            return type.isCollectionLikeType()
                    ? new JsonSchema().typesItem("array").items(word)
                    : word;
        }
        return component.isAnnotationPresent(Decimal.class)
                ? text("decimal")
                : context.resolve(new AnnotatedType(type).resolveAsRef(true));
    }

    /** A new schema: simple ones are shared. */
    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null && schema.getTypes() == null) {
            return schema;
        }
        var simple = schema.get$ref() == null
                && schema.getEnum() == null
                && schema.getItems() == null
                && schema.getAdditionalProperties() == null;
        if (!simple) {
            return new JsonSchema().anyOf(List.of(schema, new JsonSchema().typesItem(NULL)));
        }
        var copy = new JsonSchema().format(schema.getFormat());
        schema.getTypes().forEach(copy::addType);
        copy.addType(NULL);
        return copy;
    }

    private static Schema<Object> text(@Nullable String format) {
        var text = new JsonSchema();
        text.typesItem("string").format(format);
        return text;
    }

    /** The constants as they are written in JSON. */
    private static List<Object> words(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.isEnumConstant())
                .map(field -> {
                    var called = field.getAnnotation(JsonProperty.class);
                    return (Object) (called == null ? field.getName() : called.value());
                })
                .toList();
    }

    /** {@code LeaveBalance} for the record Balance of leave, {@code LeaveBalancePage} for a page of them. */
    private String name(JavaType type) {
        var raw = type.getRawClass();
        if (type.containedTypeCount() > 0) {
            return Stream.concat(type.getBindings().getTypeParameters().stream().map(this::name), Stream.of(own(raw)))
                    .collect(Collectors.joining());
        }
        var name = own(raw);
        var other = known.putIfAbsent(name, raw);
        if (other != null && other != raw) {
            throw new IllegalStateException("In the API document %s and %s are both called %s: rename one of them"
                    .formatted(other.getName(), raw.getName(), name));
        }
        return name;
    }

    private static String own(Class<?> type) {
        var name = type.getSimpleName();
        var module = StringUtils.capitalize(module(type));
        return module.equals("Kernel") || name.matches(".*" + module + "(?![a-z]).*") ? name : module + name;
    }

    /** The module of a type; empty for the composition root. */
    static String module(Class<?> type) {
        var path = type.getPackageName() + ".";
        return path.equals(ROOT) || !path.startsWith(ROOT)
                ? ""
                : path.substring(ROOT.length(), path.indexOf('.', ROOT.length()));
    }
}
