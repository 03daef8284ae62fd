package io.tongban.notify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What notices are about, as people choose among them; named in both languages under {@code notify.group.<key>}. A kind
 * is listed here by its name, or goes with its module ({@code meeting.*}); what nobody listed belongs to the last group.
 */
enum NoticeGroup {
    TASKS(
            "process.task",
            "process.delegated",
            "process.given-back",
            "process.consulted",
            "process.replied",
            "process.signer-added",
            "process.deputy-begins",
            "process.deputy-ends",
            "process.handed-over"),
    REQUESTS("process.*", "expense.*", "leave.recounted", "leave.recount-short"),
    COPIES(
            "process.copied",
            "process.comment",
            "process.mentioned",
            "process.not-needed",
            "process.signer-removed",
            "process.taken-back",
            "process.auto-approved"),
    REMINDERS(
            "process.reminder",
            "process.late",
            "process.urged",
            "grant.ends-soon",
            "onboarding.due-activate",
            "onboarding.due-profile",
            "onboarding.due-portrait",
            "onboarding.due-reading",
            "onboarding.due-it",
            "onboarding.due-mentor",
            "onboarding.due-check",
            "onboarding.late",
            "onboarding.not-activated",
            "worktask.due-soon",
            "worktask.due-soon-others",
            "worktask.late",
            "worktask.late-others",
            "worktask.report-wanted",
            "worktask.remedy-wanted"),
    MEETINGS("meeting.*"),
    WORKTASKS("worktask.*"),
    /** Of the own account: always by mail and at once, whatever was chosen. */
    SECURITY("access.*", "account.*"),
    OTHER("leave.*", "grant.*", "onboarding.*", "announce.*");

    /** Somebody urges, or it begins within minutes: such mails may pass through the quiet hours. */
    private static final Set<String> URGENT = Set.of("process.urged", "meeting.soon");

    private static final Map<String, NoticeGroup> BY_KIND = new HashMap<>();

    static {
        for (var group : values()) {
            group.kinds.forEach(kind -> BY_KIND.put(kind, group));
        }
    }

    private final List<String> kinds;

    NoticeGroup(String... kinds) {
        this.kinds = List.of(kinds);
    }

    static NoticeGroup of(String kind) {
        return known(kind).orElse(OTHER);
    }

    /** Empty for a kind that neither is listed nor has a module that is. */
    static Optional<NoticeGroup> known(String kind) {
        var listed = BY_KIND.get(kind);
        return Optional.ofNullable(listed != null ? listed : BY_KIND.get(module(kind) + ".*"));
    }

    static @Nullable NoticeGroup byKey(String key) {
        return Arrays.stream(values())
                .filter(g -> g.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    static boolean urgent(String kind) {
        return URGENT.contains(kind);
    }

    static String module(String kind) {
        return kind.substring(0, Math.max(0, kind.indexOf('.')));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names and {@code module.*}. */
    List<String> kinds() {
        return kinds;
    }

    /** Whether people choose how it reaches them. */
    boolean chosen() {
        return this != SECURITY;
    }
}
