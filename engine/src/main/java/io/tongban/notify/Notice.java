package io.tongban.notify;

import io.tongban.kernel.BusinessRef;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that people should learn.
 *
 * @param to person ids; each is told once
 * @param kind names the sentence {@code notice.<kind>} in the sender's {@code messages.properties}
 * @param args arguments of the sentence: texts, numbers that may be grouped by thousands, days, times and spans (said in
 *     the words of whoever reads), lists of these; at most ten
 * @param link page of the web application, such as {@code /tasks/ID}
 * @param about the thing it is about
 */
public record Notice(
        Collection<String> to,
        String kind,
        List<Object> args,
        String link,
        @Nullable BusinessRef about) {}
