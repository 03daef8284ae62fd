package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/**
 * People go through the product in a browser: the demo company in a process of its own on a free loopback port, each
 * script of {@code web-admin/journeys} in headless Chromium. Left out when the build leaves out the web application.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {

    private static final Path SCRIPTS =
            Path.of("../web-admin/journeys").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target/journeys").toAbsolutePath();

    private DemoProcess product;

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
    }

    @AfterAll
    void end() throws InterruptedException {
        if (product != null) {
            product.end();
        }
    }

    @TestFactory
    Stream<DynamicTest> people() throws IOException {
        List<Path> scripts;
        try (var files = Files.list(SCRIPTS)) {
            scripts = files.filter(file -> file.toString().endsWith(".mjs"))
                    .sorted()
                    .toList();
        }
        assertThat(scripts).isNotEmpty();
        return scripts.stream()
                .map(script ->
                        DynamicTest.dynamicTest(script.getFileName().toString().replace(".mjs", ""), () -> go(script)));
    }

    private void go(Path script) throws IOException, InterruptedException {
        var said = FOLDER.resolve(script.getFileName() + ".log");
        var builder = new ProcessBuilder("node", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment()
                .putAll(Map.of("TONGBAN_URL", product.address().toString(), "JOURNEY_PICTURES", FOLDER.toString()));
        var node = builder.start();
        var children = new ArrayList<ProcessHandle>();
        try {
            boolean ended = node.waitFor(300, TimeUnit.SECONDS);
            node.descendants().forEach(children::add);
            assertThat(ended)
                    .as("ends within 300 seconds\n%s", Files.readString(said))
                    .isTrue();
            assertThat(node.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
            node.destroyForcibly();
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
