package io.tongban;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Talks to the running product over HTTP as one person, with a session cookie or a token. */
public class TestClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DOCUMENT = "/api/openapi.json";

    /** What came back; {@code body} is a missing node when there was no JSON. */
    public record Answer(int status, JsonNode body, String text, HttpResponse<byte[]> raw) {

        /** Type of a problem without {@code urn:problem:}, such as {@code kernel:not-found}. */
        public String problem() {
            return body.path("type").asString("").replace("urn:problem:", "");
        }

        public String title() {
            return body.path("title").asString("");
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** Fails unless the call succeeded; returns the body. */
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError("answered " + status + ": " + text);
            }
            return body;
        }
    }

    private final int port;
    private final Map<String, String> headers = new TreeMap<>();
    private @Nullable String cookie;
    private boolean held;

    public TestClient(int port) {
        this.port = port;
    }

    /** Every answer must be what the API document says. */
    TestClient heldToTheDocument() {
        held = true;
        return this;
    }

    /** Signs in and keeps the session; fails when it is refused. */
    public TestClient signIn(String account, String password) {
        login(account, password).ok();
        return this;
    }

    /** Signs in and keeps the session if one is given. */
    public Answer login(String account, String password) {
        return post("/api/login", Map.of("account", account, "password", password));
    }

    /** Uses a personal token instead of a session. */
    public TestClient token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Sends this header with every call. */
    public TestClient header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Answers in this language. */
    public TestClient language(String language) {
        return header("Accept-Language", language);
    }

    public @Nullable String cookie() {
        return cookie;
    }

    public TestClient cookie(@Nullable String value) {
        cookie = value;
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, Map.of());
    }

    /** With an idempotency key. */
    public Answer post(String path, @Nullable Object body, String key) {
        return send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    public Answer put(String path, @Nullable Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Sends a body as JSON; a String is sent as it is. */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> extra) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body instanceof String s ? s : JSON.writeValueAsString(body));
        var request = request(path).method(method, publisher);
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        extra.forEach(request::setHeader);
        return send(request);
    }

    /** Uploads bytes as the part {@code file}. */
    public Answer upload(String path, String name, String type, byte[] bytes) {
        var boundary = "----tongban" + System.nanoTime();
        var head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var tail = ("\r\n--" + boundary + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var request = request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(head, bytes, tail)));
        return send(request);
    }

    /** A request with this client's credential and headers. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        headers.forEach(request::setHeader);
        if (cookie != null) {
            request.setHeader("Cookie", "tongban=" + cookie);
        }
        return request;
    }

    public Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            var text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") && !text.isBlank() ? JSON.readTree(text) : MissingNode.getInstance();
            if (held
                    && request.uri().getPath().startsWith("/api/")
                    && !request.uri().getPath().equals(DOCUMENT)) {
                ApiContract.of(port, () -> new TestClient(port).get(DOCUMENT).ok())
                        .check(request.method(), request.uri().getRawPath(), response.statusCode(), body);
            }
            return new Answer(response.statusCode(), body, text, response);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String header) {
        Optional.of(header)
                .filter(h -> h.startsWith("tongban="))
                .map(h -> h.substring("tongban=".length(), h.indexOf(';') < 0 ? h.length() : h.indexOf(';')))
                .ifPresent(value -> cookie = value.isEmpty() ? null : value);
    }
}
