package io.tongban.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What becomes of a file's name: kept as written, without folders and invisible controls. */
final class FileName {

    static final int LONGEST = 200;

    private FileName() {}

    /** The name as it is stored. */
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        last.codePoints().filter(FileName::harmless).forEach(kept::appendCodePoint);
        return shorten(kept.toString().strip());
    }

    /** The ending in lower case without its dot, empty where there is none. */
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The header that names a download: RFC 6266 with the exact name and an ASCII one for old programs. */
    static String disposition(String name, boolean inline) {
        var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        var exact = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
                exact.append(c);
            } else {
                exact.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }

    /** Controls, line separators, half characters and marks that turn the direction of what follows are left out. */
    private static boolean harmless(int c) {
        var turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !turnsDirection
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    private static String shorten(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int room = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, room)) + ending;
    }
}
