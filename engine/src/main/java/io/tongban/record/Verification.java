package io.tongban.record;

import io.tongban.process.Trails;
import io.tongban.record.SealMapper.HeadRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Goes through every seal and every trail, page by page, and tells what is not as it was recorded. */
@Component
class Verification {

    private static final int PAGE = 100;
    private static final int MOST_FINDINGS = 100;
    private static final String END = "g";

    /** A request that somebody acts on while it is read may look broken for a moment. */
    private static final int READS = 3;

    /**
     * How far it has come.
     *
     * @param found how many findings there are; the first hundred are named
     */
    record Progress(long requests, long entries, long seals, int found, List<Finding> findings) {}

    private final SealMapper rows;
    private final SealKey key;
    private final Seals seals;
    private final RetentionMapper snapshots;
    private final Retention retention;
    private final Trails trails;

    Verification(
            SealMapper rows, SealKey key, Seals seals, RetentionMapper snapshots, Retention retention, Trails trails) {
        this.rows = rows;
        this.key = key;
        this.seals = seals;
        this.snapshots = snapshots;
        this.retention = retention;
        this.trails = trails;
    }

    /** One request at once. */
    Optional<Finding> request(String id) {
        Optional<Finding> finding = Optional.empty();
        for (int i = 0; i < READS; i++) {
            var heads = rows.ofRequest(id);
            finding = trails.of(id)
                    .map(trail -> TrailCheck.first(trail, heads))
                    .orElse(heads.stream().findFirst().map(Verification::gone));
            if (finding.isEmpty()) {
                break;
            }
        }
        return finding;
    }

    /** @param told hears after every page how far it has come */
    Progress all(Consumer<Progress> told) {
        var run = new Run(told);
        // What is sealed while the trails are read is not looked at: they may have been read before.
        run.seals();
        run.trails();
        return run.progress();
    }

    private static Finding gone(HeadRow head) {
        return new Finding("gone", head.requestId(), null, 1, head.sealNo());
    }

    private final class Run {

        private final Consumer<Progress> told;
        private final List<Finding> findings = new ArrayList<>();
        private int found;
        private long requests;
        private long entries;
        private long sealed;
        private long newest;

        private Run(Consumer<Progress> told) {
            this.told = told;
        }

        private Progress progress() {
            return new Progress(requests, entries, sealed, found, List.copyOf(findings));
        }

        private void add(Finding finding) {
            found++;
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        }

        private void seals() {
            var mark = key.newest().orElse(null);
            var prev = "";
            var marked = mark == null;
            List<SealMapper.SealRow> page;
            do {
                page = rows.after(newest, PAGE);
                for (var seal : page) {
                    if (seal.no() != newest + 1) {
                        add(Finding.ofSeal("seal-missing", newest + 1));
                    } else if (!seal.keyId().equals(key.id())) {
                        add(Finding.ofSeal("seal-key", seal.no()));
                    } else if (!seal.prev().equals(prev) || !seal.mac().equals(seals.mac(seal))) {
                        add(Finding.ofSeal("seal-changed", seal.no()));
                    } else if (!seal.root().equals(Seals.root(rows.ofSeal(seal.no())))) {
                        add(Finding.ofSeal("heads-changed", seal.no()));
                    }
                    marked |=
                            mark != null && mark.no() == seal.no() && mark.mac().equals(seal.mac());
                    prev = seal.mac();
                    newest = seal.no();
                    sealed++;
                }
                told.accept(progress());
            } while (page.size() == PAGE);
            if (!marked && mark != null) {
                add(Finding.ofSeal("seals-cut", mark.no()));
            }
        }

        private void trails() {
            var after = "";
            List<Trails.Lines> page;
            do {
                page = trails.after(after, PAGE);
                var last = page.size() < PAGE ? END : page.get(PAGE - 1).requestId();
                var heads = rows.between(after, last).stream()
                        .filter(head -> head.sealNo() <= newest)
                        .collect(Collectors.groupingBy(HeadRow::requestId));
                var here = new HashSet<String>();
                for (var trail : page) {
                    here.add(trail.requestId());
                    requests++;
                    entries += trail.lines().size();
                    TrailCheck.first(trail, heads.getOrDefault(trail.requestId(), List.of()))
                            .flatMap(seen -> request(trail.requestId()))
                            .ifPresent(this::add);
                }
                heads.forEach((request, of) -> {
                    if (!here.contains(request)) {
                        add(gone(of.get(0)));
                    }
                });
                snapshots.between(after, last).stream()
                        .filter(snapshot -> !retention.intact(snapshot))
                        .forEach(snapshot ->
                                add(new Finding("snapshot", snapshot.requestId(), null, snapshot.seq(), 0)));
                after = last;
                told.accept(progress());
            } while (page.size() == PAGE);
        }
    }
}
