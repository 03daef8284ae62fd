package io.tongban.record;

import io.tongban.kernel.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was recorded.
 *
 * @param kind names the sentence
 * @param entry number of the first line of the trail that is wrong, 0 where it is none
 * @param seal number of the seal that says so, 0 where it is none
 */
record Finding(
        String kind, @Nullable String requestId, @Nullable String number, int entry, long seal) {

    static Finding of(String kind, io.tongban.process.Trails.Lines trail, int entry) {
        return new Finding(kind, trail.requestId(), trail.number(), entry, 0);
    }

    static Finding ofSeal(String kind, long seal) {
        return new Finding(kind, null, null, 0, seal);
    }

    Finding against(long sealNo) {
        return new Finding(kind, requestId, number, entry, sealNo);
    }

    String sentence(Texts texts, Locale locale) {
        return texts.get(
                locale,
                "record.finding." + kind,
                number == null ? String.valueOf(requestId) : number,
                String.valueOf(entry),
                String.valueOf(seal));
    }
}
