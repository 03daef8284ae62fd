package io.tongban.record;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text for a page: nothing of it is markup, and what the font does not have is shown as a box and named at the end. */
final class PdfText {

    private final PdfFont font;
    private final TreeSet<Integer> missing = new TreeSet<>();

    PdfText(PdfFont font) {
        this.font = font;
    }

    String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> add(safe, character));
        return safe.toString();
    }

    private void add(StringBuilder safe, int character) {
        switch (character) {
            case '\n' -> safe.append("<br/>");
            case '\t', 0xA0, 0x3000 -> safe.append(' ');
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> {
                if (font.has(character)) {
                    safe.appendCodePoint(character);
                } else if (!Character.isISOControl(character) && !invisible(character)) {
                    missing.add(character);
                    safe.append(font.has(PdfFont.MISSING.codePointAt(0)) ? PdfFont.MISSING : "?");
                }
            }
        }
    }

    /** Joiners, variations and directions have no shape of their own. */
    private static boolean invisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF;
    }

    /** What stands behind the boxes, empty when there are none. */
    String missing() {
        return missing.stream()
                .limit(50)
                .map(character -> String.format("U+%04X", character))
                .collect(Collectors.joining(" "));
    }
}
