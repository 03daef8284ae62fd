package io.tongban.process;

import io.tongban.file.Files;
import io.tongban.file.StoredFile;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The attachments of drafts. They hang on the draft, so that they are not cleaned away, and nobody but their owner reads
 * them: no reader is named for things of this type.
 */
@Component
class DraftFiles {

    private static final String OWNER_TYPE = "process.draft";

    private final Files files;

    DraftFiles(Files files) {
        this.files = files;
    }

    /**
     * Hangs the attachments in these answers on a draft and lets go of others. What hangs elsewhere and may be read, on
     * another draft or an earlier request, is copied; answers the new id by the old one.
     */
    Map<String, String> bind(Actor actor, FormSchema form, Map<String, Object> answers, String draftId) {
        var draft = new BusinessRef(OWNER_TYPE, draftId);
        var wanted = new LinkedHashSet<String>();
        form.files(answers).values().forEach(wanted::addAll);
        var kept = new LinkedHashSet<>(files.attachWhatFits(actor, wanted, draft));
        wanted.removeAll(kept);
        var copies = files.copy(actor, wanted);
        kept.addAll(files.attachWhatFits(actor, copies.values(), draft));
        files.release(draft, kept);
        return copies;
    }

    Set<String> of(String draftId) {
        return files.attachedTo(new BusinessRef(OWNER_TYPE, draftId)).stream()
                .map(StoredFile::id)
                .collect(Collectors.toSet());
    }

    void release(String draftId) {
        files.release(new BusinessRef(OWNER_TYPE, draftId), Set.of());
    }

    /** Answers that name the copies instead of what was copied; only where the form keeps attachments. */
    static Map<String, Object> renamed(FormSchema form, Map<String, Object> answers, Map<String, String> copies) {
        return copies.isEmpty() ? answers : renamed(form.fields(), answers, copies);
    }

    private static Map<String, Object> renamed(
            Map<String, FormSchema.Field> fields, Map<?, ?> answers, Map<String, String> copies) {
        var renamed = new LinkedHashMap<String, Object>();
        answers.forEach((key, value) -> {
            var field = fields.get(String.valueOf(key));
            Object changed = value;
            if (field != null && value instanceof List<?> list && field.type().equals("filepicker")) {
                changed = list.stream()
                        .map(id -> copies.getOrDefault(String.valueOf(id), String.valueOf(id)))
                        .toList();
            } else if (field != null
                    && value instanceof List<?> list
                    && field.type().equals("dynamiclist")) {
                changed = list.stream()
                        .map(row -> row instanceof Map<?, ?> cells ? renamed(field.children(), cells, copies) : row)
                        .toList();
            }
            renamed.put(String.valueOf(key), changed);
        });
        return renamed;
    }
}
