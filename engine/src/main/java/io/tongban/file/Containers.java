package io.tongban.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks into the directory of a zip or OLE container; nothing is unpacked. */
final class Containers {

    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final int OLE_HEADER = 512;
    private static final int OLE_ENTRY = 128;
    private static final int OLE_NAME = 64;

    private Containers() {}

    static boolean isZip(Path content) throws IOException {
        try (var in = Files.newInputStream(content)) {
            var start = in.readNBytes(4);
            return start.length == 4
                    && start[0] == 'P'
                    && start[1] == 'K'
                    && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
        }
    }

    /** Whether all these entries are there. */
    static boolean zipHas(Path content, String... entries) throws IOException {
        if (!isZip(content)) {
            return false;
        }
        try (var zip = new ZipFile(content.toFile(), StandardCharsets.ISO_8859_1)) {
            for (var entry : entries) {
                if (zip.getEntry(entry) == null) {
                    return false;
                }
            }
            return true;
        } catch (ZipException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** Whether one of these streams is there; directory entries stand at multiples of 128 bytes, names in UTF-16. */
    static boolean oleHas(Path content, String... streams) throws IOException {
        var wanted = Set.of(streams);
        try (var in = new BufferedInputStream(Files.newInputStream(content))) {
            var header = in.readNBytes(OLE_HEADER);
            if (header.length < OLE_HEADER || !java.util.Arrays.equals(header, 0, 8, OLE, 0, 8)) {
                return false;
            }
            for (var entry = in.readNBytes(OLE_ENTRY); entry.length == OLE_ENTRY; entry = in.readNBytes(OLE_ENTRY)) {
                int length = (entry[OLE_NAME] & 0xFF) - 2;
                if (length > 0
                        && length < OLE_NAME
                        && entry[OLE_NAME + 1] == 0
                        && wanted.contains(new String(entry, 0, length, StandardCharsets.UTF_16LE))) {
                    return true;
                }
            }
            return false;
        }
    }
}
