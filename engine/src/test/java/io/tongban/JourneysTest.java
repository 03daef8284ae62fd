package io.tongban;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/**
 * People go through the product in a browser: the demo company in a process of its own on a free loopback port, each
 * script of {@code web-admin/journeys} in headless Chromium, two at a time. Left out when the build leaves out the web
 * application.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {

    private static final Path SCRIPTS =
            Path.of("../web-admin/journeys").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/journeys").toAbsolutePath();

    /** Accounts of the demo company, as the scripts name them. */
    private static final Pattern ACCOUNT = Pattern.compile("'([a-z]+\\.[a-z]+)'");

    private static final int SIDE_BY_SIDE = 2;

    private @Nullable DemoProcess product;
    private @Nullable SharedBrowser browser;
    private final List<Journey> journeys = new ArrayList<>();
    private final ExecutorService lanes = Executors.newFixedThreadPool(SIDE_BY_SIDE);

    @BeforeAll
    void start() throws IOException, InterruptedException {
        var skipped = System.getProperty("web.skip", "false");
        assumeFalse(skipped.isEmpty() || skipped.equals("true"), "The build leaves out the web application.");
        assertThat(getClass().getResource("/static/index.html"))
                .as("the web application on the class path: build web-admin first")
                .isNotNull();
        assertThat(Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                        .map(Path::of)
                        .anyMatch(Files::isExecutable))
                .as("Chromium for the browser journeys. Install it, on Debian: apt-get install chromium fonts-noto-cjk")
                .isTrue();
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        product = DemoProcess.start(FOLDER);
        browser = SharedBrowser.start(FOLDER);
        try (var files = Files.list(SCRIPTS)) {
            for (var script : files.filter(file -> file.toString().endsWith(".mjs"))
                    .sorted()
                    .toList()) {
                journeys.add(Journey.of(script));
            }
        }
        var waiting = new ArrayList<>(journeys);
        var acting = new HashSet<String>();
        for (int lane = 0; lane < SIDE_BY_SIDE; lane++) {
            lanes.execute(() -> goAll(waiting, acting));
        }
    }

    @AfterAll
    void end() throws InterruptedException {
        lanes.shutdownNow();
        if (browser != null) {
            browser.end();
        }
        if (product != null) {
            product.end();
        }
    }

    @TestFactory
    Stream<DynamicTest> people() {
        assertThat(journeys).isNotEmpty();
        return journeys.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> assertThat(one.end().get()).isEmpty()));
    }

    /** Goes journey after journey, never one in which somebody acts who acts in another just now. */
    private void goAll(List<Journey> waiting, Set<String> acting) {
        while (true) {
            Journey next;
            synchronized (waiting) {
                if (waiting.isEmpty()) {
                    return;
                }
                var free = waiting.stream()
                        .filter(one -> Collections.disjoint(one.people(), acting))
                        .findFirst();
                if (free.isEmpty()) {
                    try {
                        waiting.wait();
                    } catch (InterruptedException ended) {
                        return;
                    }
                    continue;
                }
                next = free.get();
                waiting.remove(next);
                acting.addAll(next.people());
            }
            try {
                next.end().complete(go(next.script()));
            } catch (Exception failure) {
                next.end().completeExceptionally(failure);
            }
            synchronized (waiting) {
                acting.removeAll(next.people());
                waiting.notifyAll();
            }
        }
    }

    /** What went wrong, in the script's words; empty when nothing did. */
    private String go(Path script) throws IOException, InterruptedException {
        var said = FOLDER.resolve(script.getFileName() + ".log");
        var builder = new ProcessBuilder("node", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of(
                        "TONGBAN_URL", requireNonNull(product).address().toString(),
                        "JOURNEY_BROWSER", requireNonNull(browser).address(),
                        "JOURNEY_PICTURES", FOLDER.toString()));
        var node = builder.start();
        try {
            if (!node.waitFor(300, TimeUnit.SECONDS)) {
                return "does not end within 300 seconds\n" + Files.readString(said);
            }
            return node.exitValue() == 0 ? "" : Files.readString(said);
        } finally {
            node.destroyForcibly();
        }
    }

    /** A script, who acts in it, and what went wrong once it has ended. */
    private record Journey(Path script, Set<String> people, CompletableFuture<String> end) {

        static Journey of(Path script) throws IOException {
            var people = ACCOUNT.matcher(Files.readString(script))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            return new Journey(script, people, new CompletableFuture<>());
        }

        String name() {
            return script.getFileName().toString().replace(".mjs", "");
        }
    }

    /** One Chromium for all journeys; each has windows of its own in it. */
    private record SharedBrowser(Process process, String address) {

        static SharedBrowser start(Path folder) throws IOException {
            var script = SCRIPTS.resolve("support/shared-browser.mjs").toString();
            var process = new ProcessBuilder("node", script)
                    .redirectError(folder.resolve("browser.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            var address = process.inputReader().readLine();
            if (address == null) {
                throw new AssertionError(
                        "The browser did not start:\n" + Files.readString(folder.resolve("browser.log")));
            }
            return new SharedBrowser(process, address);
        }

        void end() throws InterruptedException {
            var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                    .toList();
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** The product with its demo company, as somebody would start it. */
    private record DemoProcess(Process process, URI address) {

        static DemoProcess start(Path folder) throws IOException, InterruptedException {
            var log = folder.resolve("product.log");
            var classPath = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .filter(entry -> !entry.endsWith("test-classes"))
                    .toList();
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx600m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            String.join(java.io.File.pathSeparator, classPath),
                            "io.tongban.Application",
                            "--spring.profiles.active=demo",
                            "--server.port=0",
                            "--tongban.home=" + folder.resolve("home"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            for (int tries = 0; tries < 600 && process.isAlive(); tries++) {
                var said = Files.readString(log);
                int at = said.indexOf("http://localhost:");
                if (at >= 0 && said.indexOf('\n', at) > 0) {
                    var port = said.substring(at + "http://localhost:".length(), said.indexOf('\n', at));
                    return new DemoProcess(process, URI.create("http://127.0.0.1:" + port.strip()));
                }
                Thread.sleep(200);
            }
            process.destroyForcibly();
            throw new AssertionError("The demo company did not start:\n" + Files.readString(log));
        }

        void end() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
