package io.tongban.bench;

import io.tongban.TestClient;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server under load, as a process of its own. */
final class Server implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final long began = System.nanoTime();
    final int port;

    private Server(List<String> command, Path home, int port) throws IOException {
        this.port = port;
        this.log = Files.createDirectories(home).resolve("server.log");
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts with {@code java OPTIONS} on a free loopback port; settings are Spring's. */
    static Server start(List<String> options, Path home, Map<String, String> settings) throws IOException {
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--server.port=" + port);
        command.add("--server.address=127.0.0.1");
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new Server(command, home, port);
    }

    static List<String> product() {
        var more = System.getProperty("bench.jvm", "");
        var options = new ArrayList<>(more.isEmpty() ? List.<String>of() : List.of(more.split("\\|\\|")));
        options.addAll(jar("target/tongban.jar"));
        return options;
    }

    static List<String> jar(String path) {
        return List.of("-Xmx1g", "-jar", new File(path).getAbsolutePath());
    }

    static List<String> yardstick() {
        return jar("yardstick/target/yardstick.jar");
    }

    /** Waits until a page answers 200 and returns how long that took. */
    Duration answers(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        while (process.isAlive() && elapsed().compareTo(PATIENCE) < 0) {
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return elapsed();
                }
            } catch (IOException notYet) {
                // It is still starting.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            sleep(10);
        }
        throw new IllegalStateException("The server does not answer " + path + ", see " + log);
    }

    /** Waits until the server has printed a text. */
    void says(String text) throws IOException {
        while (!Files.readString(log).contains(text)) {
            if (!process.isAlive() || elapsed().compareTo(PATIENCE) > 0) {
                throw new IllegalStateException("The server never said: " + text + ", see " + log);
            }
            sleep(100);
        }
    }

    /** CPU seconds, user and system, that the process has used. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    TestClient client() {
        return new TestClient(port);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty folder for one server. */
    static Path home(String name) {
        var home = Bench.FOLDER.resolve(name);
        try {
            org.springframework.util.FileSystemUtils.deleteRecursively(home);
            return Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
