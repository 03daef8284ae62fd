package io.tongban.worktask;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has to do with a task.
 *
 * @param answer of an acceptor in this round: {@code waiting}, {@code accepted}, {@code refused}; null before and for
 *     whom somebody else was asked
 * @param standsFor the acceptor who is away and for whom this person accepts
 */
record PersonRow(
        String requestId,
        String personId,
        boolean creator,
        boolean owner,
        boolean participant,
        boolean acceptor,
        @Nullable String answer,
        @Nullable String standsFor) {

    static final String WAITING = "waiting";
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";

    static PersonRow of(String requestId, String personId) {
        return new PersonRow(requestId, personId, false, false, false, false, null, null);
    }

    PersonRow asCreator() {
        return new PersonRow(requestId, personId, true, owner, participant, acceptor, answer, standsFor);
    }

    PersonRow asOwner(boolean now) {
        return new PersonRow(requestId, personId, creator, now, participant, acceptor, answer, standsFor);
    }

    PersonRow asParticipant(boolean now) {
        return new PersonRow(requestId, personId, creator, owner, now, acceptor, answer, standsFor);
    }

    PersonRow asAcceptor(boolean now) {
        return new PersonRow(requestId, personId, creator, owner, participant, now, null, null);
    }

    PersonRow answered(@Nullable String answer) {
        return new PersonRow(requestId, personId, creator, owner, participant, acceptor, answer, standsFor);
    }

    PersonRow standingFor(String other) {
        return new PersonRow(requestId, personId, creator, owner, participant, true, WAITING, other);
    }

    boolean involved() {
        return creator || owner || participant || acceptor;
    }

    boolean isWaiting() {
        return WAITING.equals(answer);
    }
}
