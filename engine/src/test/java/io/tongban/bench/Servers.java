package io.tongban.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Servers that run side by side and end together. */
final class Servers implements AutoCloseable {

    private final Deque<Server> running = new ArrayDeque<>();

    Server start(List<String> options, Path home, Map<String, String> settings) throws IOException {
        var server = Server.start(options, home, settings);
        running.push(server);
        return server;
    }

    @Override
    public void close() {
        running.forEach(Server::close);
    }
}
