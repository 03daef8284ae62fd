package io.tongban;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.process.ModelFinding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * The HTTP interface as OpenAPI, read from the handlers. It is the same at every start, so that it can be compared with
 * the document from which the web application's client is written.
 */
@Component
class ApiDocument implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    /** What leaves the server when it refuses; {@code errors} only where fields are to blame, {@code findings} a model. */
    record Refusal(
            String type,
            String title,
            int status,
            @Nullable String instance,
            @Nullable List<ProblemAdvice.FieldMessage> errors,
            @Nullable List<ModelFinding> findings) {}

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var type = handler.getBeanType();
        var noun = type.getSimpleName().replace("Controller", "");
        operation.setTags(List.of(ApiSchemas.module(type)));
        operation.setOperationId(StringUtils.uncapitalize(noun)
                + StringUtils.capitalize(handler.getMethod().getName()));
        var endpoint = Objects.requireNonNull(handler.getMethodAnnotation(Endpoint.class))
                .value();
        switch (endpoint) {
            case Endpoint.ANONYMOUS -> operation.setSecurity(List.of());
            case Endpoint.SIGNED_IN -> {}
            default -> operation.addExtension("x-permission", endpoint);
        }
        var answers = operation.getResponses();
        if (handler.getMethod().getReturnType() == ResponseEntity.class) {
            var answer = Objects.requireNonNull(answers.get("200"));
            if (handler.hasMethodAnnotation(PostMapping.class)) {
                answers.remove("200");
                answers.addApiResponse("201", answer.description("Created"));
            } else if (handler.getReturnType().nested().getNestedParameterType() == Resource.class) {
                answer.content(bytes("*/*"));
                answers.addApiResponse(
                        "206", new ApiResponse().description("Partial Content").content(bytes("*/*")));
            } else {
                answers.addApiResponse("204", new ApiResponse().description("No Content"));
            }
        }
        var get = handler.getMethodAnnotation(GetMapping.class);
        if (handler.isVoid() && get != null) {
            Objects.requireNonNull(answers.get("200")).content(bytes(get.produces()[0]));
        }
        answers.addApiResponse("default", new ApiResponse().$ref("Refused"));
        return operation;
    }

    private static Content bytes(String type) {
        var bytes = new JsonSchema().typesItem("string").format("binary");
        return new Content().addMediaType(type, new MediaType().schema(bytes));
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info().title("Tongban").version("1"));
        document.setTags(null);
        // The server that the document comes from, wherever that runs.
        document.setServers(List.of(new Server().url("/")));
        var components = document.getComponents();
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        answersSayEverything(document);
        ModelConverters.getInstance(true)
                .readAll(Refusal.class)
                .forEach((name, schema) -> components.addSchemas(name, schema));
        components.addResponses(
                "Refused",
                new ApiResponse()
                        .description("Refused")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("Refusal")))));
        components.addSecuritySchemes(
                "session",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("tongban"));
        components.addSecuritySchemes(
                "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        document.addSecurityItem(new SecurityRequirement().addList("session"));
        document.addSecurityItem(new SecurityRequirement().addList("token"));
        var sorted = new Paths();
        new TreeMap<>(document.getPaths()).forEach(sorted::addPathItem);
        document.setPaths(sorted);
    }

    /** A body may leave out what may be null; an answer says null. */
    private static void answersSayEverything(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        var operations = document.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .toList();
        var asked = reached(
                operations.stream()
                        .filter(operation -> operation.getRequestBody() != null)
                        .map(operation -> operation.getRequestBody().getContent()),
                schemas);
        var answered = reached(
                operations.stream()
                        .flatMap(operation -> operation.getResponses().values().stream())
                        .map(ApiResponse::getContent),
                schemas);
        answered.removeAll(asked);
        schemas.forEach((name, schema) -> {
            if (answered.contains(name) && schema.getProperties() != null) {
                schema.setRequired(List.copyOf(schema.getProperties().keySet()));
            }
        });
    }

    /** Names of the schemas that are reached from there. */
    private static Set<String> reached(Stream<@Nullable Content> from, Map<String, Schema> schemas) {
        var names = new TreeSet<String>();
        from.filter(Objects::nonNull)
                .flatMap(content -> content.values().stream())
                .forEach(type -> reach(type.getSchema(), schemas, names));
        return names;
    }

    private static void reach(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
            if (names.add(name)) {
                reach(schemas.get(name), schemas, names);
            }
        }
        reach(schema.getItems(), schemas, names);
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            reach(values, schemas, names);
        }
        if (schema.getAnyOf() != null) {
            schema.getAnyOf().forEach(one -> reach(one, schemas, names));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(one -> reach(one, schemas, names));
        }
    }
}
