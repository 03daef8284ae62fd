package io.tongban.record;

import io.tongban.process.Chain;
import io.tongban.process.Trails;
import io.tongban.process.Trails.Line;
import io.tongban.process.Trails.Lines;
import io.tongban.record.SealMapper.HeadRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the first line of a trail that is not as it was recorded. */
final class TrailCheck {

    private TrailCheck() {}

    static Optional<Finding> first(Lines trail, List<HeadRow> heads) {
        var broken = broken(trail);
        var unsealed = unsealed(trail, heads);
        if (broken != null && (unsealed == null || broken.entry() <= unsealed.entry())) {
            return Optional.of(broken);
        }
        if (unsealed != null) {
            return Optional.of(unsealed);
        }
        return trail.stands()
                ? Optional.empty()
                : Optional.of(Finding.of("content", trail, trail.lines().size()));
    }

    private static @Nullable Finding broken(Lines trail) {
        var lines = trail.lines();
        var erased = lines.stream()
                .filter(line -> line.state() == Trails.State.INTACT)
                .map(Line::erases)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var before = trail.requestId();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.seq() == 0) {
                return Finding.of("unnumbered", trail, i + 1);
            }
            if (line.seq() != i + 1) {
                return Finding.of("deleted", trail, i + 1);
            }
            if (!Chain.link(before, line.body()).equals(line.link())) {
                return unlinked(trail, i);
            }
            if (line.state() == Trails.State.CHANGED) {
                return Finding.of("words", trail, i + 1);
            }
            if (line.state() == Trails.State.ERASED && !erased.contains(line.id())) {
                return Finding.of("erased", trail, i + 1);
            }
            before = line.link();
        }
        return lines.isEmpty() ? Finding.of("deleted", trail, 1) : null;
    }

    /** A line that does not follow the one before it: whom it does follow tells what has happened. */
    private static Finding unlinked(Lines trail, int at) {
        var lines = trail.lines();
        var line = lines.get(at);
        for (int j = -1; j < lines.size(); j++) {
            var other = j < 0 ? trail.requestId() : lines.get(j).link();
            if (j != at && Chain.link(other, line.body()).equals(line.link())) {
                return j < at ? Finding.of("inserted", trail, j + 2) : Finding.of("reordered", trail, at + 1);
            }
        }
        return Finding.of("broken", trail, at + 1);
    }

    /** What was sealed of it is not what stands there. */
    private static @Nullable Finding unsealed(Lines trail, List<HeadRow> heads) {
        for (var head : heads) {
            if (head.seq() > trail.lines().size()) {
                return Finding.of("truncated", trail, trail.lines().size() + 1).against(head.sealNo());
            }
            if (!trail.lines().get(head.seq() - 1).link().equals(head.link())) {
                return Finding.of("recomputed", trail, head.seq()).against(head.sealNo());
            }
        }
        return null;
    }
}
