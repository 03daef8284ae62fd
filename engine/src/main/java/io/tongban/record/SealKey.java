package io.tongban.record;

import io.tongban.process.Chain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of the seals and the mark of the newest one, both outside the database: whoever can write the whole database
 * can not seal again what was changed in it, nor take away the newest seals unseen.
 */
@Component
class SealKey {

    private static final String MAC = "HmacSHA256";
    private static final int LENGTH = 32;

    /** What the newest seal was. */
    record Mark(long no, String mac) {}

    private final Path folder;
    private final byte[] key;
    private final String id;

    SealKey(
            @Value("${tongban.record.folder:${tongban.storage}}") Path folder,
            @Value("${tongban.record.key:}") String given) {
        this.folder = folder.toAbsolutePath().normalize();
        this.key = given.isBlank() ? kept(this.folder.resolve("record.key")) : parsed(given.strip());
        this.id = Chain.digest("key", HexFormat.of().formatHex(key)).substring(0, 16);
    }

    /** Which key it is; tells nothing of the key. */
    String id() {
        return id;
    }

    String mac(String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Mark> newest() {
        try {
            var file = folder.resolve("record.seal");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var parts = Files.readString(file).strip().split(" ");
            return Optional.of(new Mark(Long.parseLong(parts[0]), parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mark(Mark newest) {
        try {
            var part = Files.createTempFile(folder, "record", ".part");
            Files.writeString(part, newest.no() + " " + newest.mac() + "\n");
            Files.move(
                    part,
                    folder.resolve("record.seal"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return parsed(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the record can not be read: " + file, e);
        }
    }

    /** Nobody but the owner may read it; of two nodes that start at once, one makes it. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        var part = Files.createTempFile(file.getParent(), "record", ".part");
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(part, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.SYNC);
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException other) {
            // Another node was faster.
        } catch (UnsupportedOperationException noLinks) {
            Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] parsed(String hex) {
        var wrong = "The key of the record is at least " + LENGTH + " bytes as hexadecimal digits";
        if (!hex.matches("([0-9a-fA-F]{2}){" + LENGTH + ",}")) {
            throw new IllegalStateException(wrong);
        }
        return HexFormat.of().parseHex(hex.toLowerCase(java.util.Locale.ROOT));
    }
}
