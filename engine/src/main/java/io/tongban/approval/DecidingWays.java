package io.tongban.approval;

import io.tongban.process.Deciding;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The deciding ways: {@code all} 会签, {@code any} 或签 (whoever decides first), {@code in-order} 依次, {@code ratio:60}
 * (percent of the people), {@code count:3} (approvals), {@code weight:60} (percent of the weights). Abstentions take no
 * side: they lower what is asked of the others, except for {@code count}. A vote in which everybody abstains is rejected.
 */
@Component
class DecidingWays implements Deciding {

    private static final String APPROVE = "approve";
    private static final String REJECT = "reject";
    private static final String ABSTAIN = "abstain";
    private static final Pattern WAY =
            Pattern.compile("all|any|in-order|(ratio|weight):([1-9]\\d?|100)|count:[1-9]\\d{0,2}");
    private static final Pattern QUORUM = Pattern.compile("[1-9]\\d{0,2}|([1-9]\\d?|100)%");

    /** How the ballots stand; for weights every number is a sum of weights. */
    private record Tally(int approvals, int rejections, int abstentions, int open) {

        int most() {
            return approvals + open;
        }

        /** Everybody who takes or may still take a side. */
        int sides() {
            return approvals + rejections + open;
        }

        int all() {
            return sides() + abstentions;
        }
    }

    @Override
    public boolean understands(String way) {
        return WAY.matcher(way).matches();
    }

    @Override
    public boolean understandsQuorum(String quorum) {
        return QUORUM.matcher(quorum).matches();
    }

    @Override
    public boolean inOrder(String way) {
        return way.equals("in-order");
    }

    @Override
    public @Nullable String verdict(String way, @Nullable String quorum, List<Ballot> ballots) {
        if (ballots.stream().anyMatch(ballot -> ballot.veto() && REJECT.equals(ballot.choice()))) {
            return REJECT;
        }
        var heads = tally(ballots, false);
        var verdict = byWay(way, heads, way.startsWith("weight") ? tally(ballots, true) : heads);
        if (verdict == null) {
            return null;
        }
        if (verdict.equals(REJECT)) {
            return REJECT;
        }
        int taken = heads.all() - heads.open();
        if (quorum != null && taken < needed(quorum, heads.all())) {
            return heads.open() == 0 ? REJECT : null;
        }
        var vetoOpen = ballots.stream().anyMatch(ballot -> ballot.veto() && ballot.choice() == null);
        return vetoOpen ? null : APPROVE;
    }

    private static @Nullable String byWay(String way, Tally heads, Tally counted) {
        if (heads.sides() == 0) {
            return REJECT;
        }
        return switch (way.replaceAll(":.*", "")) {
            case "any" -> heads.rejections() > 0 ? REJECT : heads.approvals() > 0 ? APPROVE : null;
            case "count" -> {
                int asked = number(way);
                yield heads.approvals() >= asked ? APPROVE : heads.most() < asked ? REJECT : null;
            }
            case "ratio", "weight" -> {
                long percent = number(way);
                yield reaches(counted.approvals(), counted.sides(), percent)
                        ? APPROVE
                        : reaches(counted.most(), counted.sides(), percent) ? null : REJECT;
            }
            default -> heads.rejections() > 0 ? REJECT : heads.open() == 0 ? APPROVE : null;
        };
    }

    private static boolean reaches(long part, long whole, long percent) {
        return part > 0 && part * 100 >= percent * whole;
    }

    private static int number(String way) {
        return Integer.parseInt(way.substring(way.indexOf(':') + 1));
    }

    private static int needed(String quorum, int all) {
        return quorum.endsWith("%")
                ? (Integer.parseInt(quorum.substring(0, quorum.length() - 1)) * all + 99) / 100
                : Integer.parseInt(quorum);
    }

    private static Tally tally(List<Ballot> ballots, boolean weighed) {
        return new Tally(
                sum(ballots, APPROVE, weighed),
                sum(ballots, REJECT, weighed),
                sum(ballots, ABSTAIN, weighed),
                sum(ballots, null, weighed));
    }

    private static int sum(List<Ballot> ballots, @Nullable String choice, boolean weighed) {
        return ballots.stream()
                .filter(ballot -> Objects.equals(ballot.choice(), choice))
                .mapToInt(ballot -> weighed ? ballot.weight() : 1)
                .sum();
    }
}
