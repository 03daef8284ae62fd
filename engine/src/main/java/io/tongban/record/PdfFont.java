package io.tongban.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The font of prints, which is embedded in them; it comes with the web application's packages. */
@Component
class PdfFont {

    private static final ClassPathResource FILE = new ClassPathResource("fonts/NotoSansSC_400Regular.ttf");
    private static final int LAST = 0x2FFFF;
    private static final int LATIN = 0xFF;
    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;

    /** The table of characters of a font, and its kind that knows all of Unicode. */
    private static final int CMAP = 0x636D6170;

    private static final int SEGMENTS = 12;

    /** Stands for a character that the font does not have. */
    static final String MISSING = "□";

    private byte @Nullable [] bytes;
    private @Nullable BitSet known;

    boolean there() {
        return FILE.exists();
    }

    InputStream open() {
        return new ByteArrayInputStream(load());
    }

    boolean has(int character) {
        return known().get(character);
    }

    private synchronized byte[] load() {
        if (bytes == null) {
            try {
                bytes = withoutRadicals(FILE.getContentAsByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    /**
     * The font draws 八 and the radical ⼋ with one shape, and whoever searches or copies a paper would get the radical,
     * because its number is the lower one. Nobody writes radicals: they are taken out of the table of characters.
     */
    private static byte[] withoutRadicals(byte[] font) {
        var data = ByteBuffer.wrap(font);
        var cmap = 0;
        for (int i = 0; i < data.getShort(4); i++) {
            if (data.getInt(12 + 16 * i) == CMAP) {
                cmap = data.getInt(12 + 16 * i + 8);
            }
        }
        for (int i = 0; cmap > 0 && i < data.getShort(cmap + 2); i++) {
            var table = cmap + data.getInt(cmap + 4 + 8 * i + 4);
            if (data.getShort(table) == SEGMENTS) {
                for (int group = 0; group < data.getInt(table + 12); group++) {
                    var at = table + 16 + 12 * group;
                    if (data.getInt(at) >= FIRST_RADICAL && data.getInt(at + 4) <= LAST_RADICAL) {
                        data.putInt(at + 4, data.getInt(at)).putInt(at + 8, 0);
                    }
                }
            }
        }
        return font;
    }

    private synchronized BitSet known() {
        if (known == null) {
            var found = new BitSet();
            if (there()) {
                read(found);
            } else {
                found.set(' ', LATIN);
            }
            known = found;
        }
        return known;
    }

    private void read(BitSet found) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(load()))) {
            var characters = font.getUnicodeCmapLookup();
            for (int character = ' '; character <= LAST; character++) {
                if (characters.getGlyphId(character) > 0) {
                    found.set(character);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
