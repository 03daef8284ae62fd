package io.tongban.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a vote is decided; provided by the module that knows the ways of deciding. */
public interface Deciding {

    /**
     * One say.
     *
     * @param choice {@code approve}, {@code reject}, {@code abstain}, or null while it is open
     * @param weight how much it counts where weights count
     * @param veto whether its rejection alone rejects
     */
    record Ballot(@Nullable String choice, int weight, boolean veto) {}

    /** Whether a deciding way such as {@code all} or {@code ratio:60} can be understood; used when a model is deployed. */
    boolean understands(String way);

    /** Whether a quorum such as {@code 3} or {@code 50%} can be understood. */
    boolean understandsQuorum(String quorum);

    /** Whether people are asked one after the other. */
    boolean inOrder(String way);

    /**
     * {@code approve} or {@code reject} as soon as nothing can change the result, null until then.
     *
     * @param quorum how many have to take part, null for any number
     */
    @Nullable
    String verdict(String way, @Nullable String quorum, List<Ballot> ballots);
}
