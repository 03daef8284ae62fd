package io.tongban.org;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * How a name sounds, for search and order.
 *
 * @param full all syllables joined, {@code chenyu}
 * @param initials first letters, {@code cy}
 */
record Pinyin(String full, String initials) {

    /** Characters that sound different as a family name. */
    private static final Map<String, String> SURNAMES = Map.ofEntries(
            Map.entry("单", "shan"),
            Map.entry("曾", "zeng"),
            Map.entry("解", "xie"),
            Map.entry("仇", "qiu"),
            Map.entry("区", "ou"),
            Map.entry("查", "zha"),
            Map.entry("朴", "piao"),
            Map.entry("盖", "ge"),
            Map.entry("任", "ren"),
            Map.entry("华", "hua"),
            Map.entry("翟", "zhai"),
            Map.entry("覃", "qin"),
            Map.entry("乐", "yue"),
            Map.entry("召", "shao"),
            Map.entry("尹", "yin"),
            Map.entry("逄", "pang"),
            Map.entry("缪", "miao"),
            Map.entry("沈", "shen"));

    static Pinyin of(String name) {
        var full = new StringBuilder();
        var initials = new StringBuilder();
        boolean wordStart = true;
        boolean first = true;
        for (int point : name.strip().codePoints().toArray()) {
            if (!Character.isLetterOrDigit(point)) {
                wordStart = true;
                continue;
            }
            var character = Character.toString(point);
            boolean han = Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
            var sound = han ? sound(character, first) : Normalizer.normalize(character, Normalizer.Form.NFKD);
            sound = sound.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
            if (!sound.isEmpty()) {
                full.append(sound);
                if (han || wordStart) {
                    initials.appendCodePoint(sound.codePointAt(0));
                }
            }
            wordStart = han;
            first = false;
        }
        return new Pinyin(cut(full, 400), cut(initials, 100));
    }

    private static String sound(String character, boolean surname) {
        var known = surname ? SURNAMES.get(character) : null;
        return known != null ? known : Holder.LATIN.transliterate(character);
    }

    private static String cut(StringBuilder text, int length) {
        return text.length() <= length ? text.toString() : text.substring(0, length);
    }

    /** Loaded at the first name, not at start. */
    private static final class Holder {
        static final Transliterator LATIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    }
}
