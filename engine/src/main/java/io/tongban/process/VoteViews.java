package io.tongban.process;

import io.tongban.kernel.OneOf;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.Names.PersonRef;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Model.UserStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What callers see of the people who decide one step together. */
@Component
class VoteViews {

    /**
     * How several people decide here.
     *
     * @param way deciding way of the members
     * @param words the way in words, with where it stands
     */
    record VoteView(String way, String words, List<SeatView> seats) {}

    /**
     * One say.
     *
     * @param deputy who acts for the person
     * @param parent seat that asked for it
     */
    record SeatView(
            String id,
            PersonRef person,
            @Nullable PersonRef deputy,

            @OneOf({"member", "before", "beside", "after", "delegate", "consult"})
            String part,

            String way,
            @Nullable String parent,

            @OneOf({"waiting", "open", "done", "gone", "removed"})
            String state,

            @Nullable @OneOf({"approve", "reject", "abstain"})
            String ballot,

            int weight,
            boolean veto,
            @Nullable Instant at) {}

    /** An open step that several people decide. */
    record StepVote(String id, String step, VoteView vote) {}

    private final SeatMapper seats;
    private final People people;
    private final Texts texts;

    VoteViews(SeatMapper seats, People people, Texts texts) {
        this.seats = seats;
        this.people = people;
        this.texts = texts;
    }

    /** By the engine's task, the votes that are open among these rows of one request. */
    List<StepVote> open(String requestId, List<InboxRow> rows, Model model, Locale locale) {
        var open = new LinkedHashMap<String, InboxRow>();
        rows.stream()
                .filter(row -> row.pending() && row.part() != null)
                .forEach(row -> open.putIfAbsent(row.taskId(), row));
        if (open.isEmpty()) {
            return List.of();
        }
        var byTask = seats.ofRequest(requestId).stream().collect(Collectors.groupingBy(SeatRow::taskId));
        var votes = new ArrayList<StepVote>();
        open.forEach((task, row) -> {
            var step = model.step(java.util.Objects.requireNonNull(row.step()));
            var known = byTask.getOrDefault(task, List.of());
            votes.add(new StepVote(task, step.name().in(locale), view(known, rows, step)));
        });
        return votes;
    }

    VoteView view(List<SeatRow> all, Collection<InboxRow> rows, UserStep step) {
        var deputies = deputies(rows);
        var ids = new LinkedHashSet<>(deputies.values());
        all.forEach(seat -> ids.add(seat.personId()));
        var known = people.byIds(ids);
        var members = all.stream()
                .filter(seat -> seat.part().equals("member") && seat.present())
                .toList();
        var way = members.isEmpty() ? "all" : members.get(0).way();
        return new VoteView(
                way,
                words(way, step, members),
                all.stream()
                        .map(seat -> seat(seat, deputies.get(seat.id()), known))
                        .toList());
    }

    private static SeatView seat(SeatRow seat, @Nullable String deputy, Map<String, Person> known) {
        return new SeatView(
                seat.id(),
                Names.person(known, seat.personId()),
                deputy == null ? null : Names.person(known, deputy),
                seat.part(),
                seat.way(),
                seat.parentId(),
                seat.state(),
                seat.ballot(),
                seat.weight(),
                seat.veto(),
                seat.decidedAt());
    }

    /** By seat, who acts for the person who holds it. */
    private static Map<String, String> deputies(Collection<InboxRow> rows) {
        return rows.stream()
                .filter(row -> row.behalf() != null && row.part() != null)
                .collect(Collectors.toMap(InboxRow::id, InboxRow::owner, (a, b) -> a));
    }

    private String words(String way, UserStep step, List<SeatRow> members) {
        if (step.vote() == null) {
            return "";
        }
        return texts.get(
                "vote." + way.replaceAll(":.*", ""),
                way.substring(way.indexOf(':') + 1),
                members.size(),
                count(members, "approve"),
                count(members, "reject"),
                count(members, "abstain"));
    }

    private static long count(List<SeatRow> members, String ballot) {
        return members.stream().filter(seat -> ballot.equals(seat.ballot())).count();
    }
}
