package io.tongban.process.engine;

import io.tongban.process.engine.Branches.Leap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jumps over the branches of a process. Afterwards every join still gets one token from each of its branches: a branch
 * that is not walked has its token at the join.
 */
final class Leaps {

    private final Branches branches;

    Leaps(Branches branches) {
        this.branches = branches;
    }

    Optional<Leap> leap(String from, String to, Collection<String> standing) {
        var there = branches.around(to).orElse(List.of());
        if (there.isEmpty()) {
            return Optional.of(new Leap(node -> true, List.of(), List.of()));
        }
        var left = branches.around(from);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        int common = common(there, left.get());
        return common == there.size()
                ? Optional.of(new Leap(node -> branches.givenUp(to, node), List.of(), List.of()))
                : across(there, left.get(), common, standing);
    }

    private static int common(List<String> there, List<String> left) {
        int common = 0;
        while (common < Math.min(there.size(), left.size()) && there.get(common).equals(left.get(common))) {
            common++;
        }
        return common;
    }

    private Optional<Leap> across(List<String> there, List<String> left, int common, Collection<String> standing) {
        if (there.subList(common, there.size()).stream()
                .anyMatch(branch -> !branches.ways().containsKey(branch))) {
            return Optional.empty();
        }
        var entered = there.subList(0, common + 1);
        var neighbours = left.size() > common
                && branches.ways().containsKey(left.get(common))
                && fork(left.get(common)).equals(fork(there.get(common)));
        var done = new ArrayList<String>();
        if (neighbours && standing.stream().anyMatch(node -> branches.within(node, entered))) {
            // Otherwise the token of the branch that is entered stands at the join already.
            done.add(left.get(common));
        }
        for (int i = neighbours ? common + 1 : common; i < there.size(); i++) {
            done.addAll(others(there.get(i)));
        }
        var own = left.subList(0, neighbours ? common + 1 : common);
        return Optional.of(new Leap(
                node -> own.isEmpty() || branches.within(node, own) || branches.within(node, entered),
                done.stream().flatMap(branch -> lastWay(branch).stream()).toList(),
                done.stream().map(branch -> way(branch).to()).toList()));
    }

    private List<String> others(String branch) {
        var fork = fork(branch);
        return branches.ways().entrySet().stream()
                .filter(way ->
                        way.getValue().from().equals(fork) && !way.getKey().equals(branch))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private String fork(String branch) {
        return way(branch).from();
    }

    private Branches.Way way(String branch) {
        return java.util.Objects.requireNonNull(branches.ways().get(branch));
    }

    /** The way over which a branch comes to its join; none when it ends by itself. */
    private Optional<String> lastWay(String branch) {
        return branches.ways().entrySet().stream()
                .filter(way -> branches.isJoin(way.getValue().to()) && leaves(way.getKey(), way.getValue(), branch))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /** Whether a way leads from a branch to where its fork lies. */
    private boolean leaves(String id, Branches.Way way, String branch) {
        var from = branches.around(way.from());
        if (id.equals(branch)) {
            return from.equals(branches.around(way.to()));
        }
        return from.isPresent()
                && !from.get().isEmpty()
                && from.get().get(from.get().size() - 1).equals(branch)
                && branches.around(way.to())
                        .equals(Optional.of(from.get().subList(0, from.get().size() - 1)));
    }
}
