package io.tongban.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Keeps content in {@code ab/cd/abcd…} below one folder; drafts stand in {@code incoming} until they are renamed. */
@Component
class FolderStorage implements Storage {

    private final Path folder;
    private final Path incoming;

    FolderStorage(@Value("${tongban.storage}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve("incoming");
    }

    @Override
    public Draft write(InputStream content, long limit) throws IOException {
        Files.createDirectories(incoming);
        var path = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            return copy(content, limit, path);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    private Draft copy(InputStream content, long limit, Path path) throws IOException {
        var digest = sha256();
        long size = 0;
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new TooLarge();
                }
                digest.update(buffer, 0, read);
                for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return new FileDraft(path, HexFormat.of().formatHex(digest.digest()), size);
    }

    @Override
    public Resource find(String hash) {
        return new FileSystemResource(place(hash));
    }

    @Override
    public void remove(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    /** Deletes what killed uploads left behind. */
    void sweep(Instant before) throws IOException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (var parts = Files.list(incoming)) {
            for (var part : (Iterable<Path>) parts::iterator) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private Path place(String hash) {
        return folder.resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private final class FileDraft implements Draft {

        private final Path path;
        private final String hash;
        private final long size;

        FileDraft(Path path, String hash, long size) {
            this.path = path;
            this.hash = hash;
            this.size = size;
        }

        @Override
        public String hash() {
            return hash;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Path path() {
            return path;
        }

        @Override
        public void keep() throws IOException {
            var place = place(hash);
            if (Files.exists(place) && Files.size(place) == size) {
                return;
            }
            var outer = folder.resolve(hash.substring(0, 2));
            var inner = outer.resolve(hash.substring(2, 4));
            Files.createDirectories(inner);
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(inner);
            sync(outer);
            sync(folder);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
