package io.tongban.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a preview knows on its way through a process. */
final class Rehearsal {

    /** Who will have approved at which step, as far as that is known. */
    final Map<String, Set<String>> approvers = new LinkedHashMap<>();
    /** People of whom one or the other will have decided; who is not known. */
    final Set<String> perhaps = new LinkedHashSet<>();
    /** Set once somebody is picked by chance: who that will be is not known. */
    boolean chance;
    /**
     * Names of answers and facts that people on the way may still change, and {@code step:ID} where it is open who will
     * have decided.
     */
    final Set<String> open = new LinkedHashSet<>();
    /** Tasks of the engine that are open, by id. */
    final Map<String, List<InboxRow>> tasks = new LinkedHashMap<>();

    final List<SeatRow> seats = new ArrayList<>();
    /** False from where the way depends on something open. */
    boolean certain = true;

    boolean reads(Iterable<String> names) {
        for (var name : names) {
            if (open.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
