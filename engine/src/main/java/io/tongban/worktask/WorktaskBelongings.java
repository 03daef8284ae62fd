package io.tongban.worktask;

import io.tongban.kernel.Texts;
import io.tongban.process.Belongings;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tasks that somebody owns or gave to others; they change hands on their own pages, or when that person leaves. */
@Component
class WorktaskBelongings implements Belongings {

    private final WorktaskMapper rows;
    private final Texts texts;

    WorktaskBelongings(WorktaskMapper rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    @Override
    public List<Belonging> of(String personId, Locale locale) {
        return rows.heldBy(personId).stream()
                .map(task -> new Belonging(
                        texts.get(
                                locale,
                                task.ownerId().equals(personId)
                                        ? "belonging.worktask.owner"
                                        : "belonging.worktask.creator"),
                        task.name(),
                        "/worktasks/" + task.requestId()))
                .toList();
    }
}
