package io.tongban.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.process.Deciding.Ballot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ballots are written as letters: + approve, - reject, o abstain, . open, v a veto holder who has not decided. */
class DecidingWaysTest {

    private final DecidingWays ways = new DecidingWays();

    private static List<Ballot> ballots(String letters) {
        return letters.chars().mapToObj(DecidingWaysTest::ballot).toList();
    }

    private static Ballot ballot(int letter) {
        return switch (letter) {
            case '+' -> new Ballot("approve", 1, false);
            case '-' -> new Ballot("reject", 1, false);
            case 'o' -> new Ballot("abstain", 1, false);
            case 'v' -> new Ballot(null, 1, true);
            case 'n' -> new Ballot("reject", 1, true);
            default -> new Ballot(null, 1, false);
        };
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "open",
            value = {
                "all, ++., open",
                "all, +++, approve",
                "all, ++o, approve",
                "all, +-., reject",
                "all, ooo, reject",
                "any, ..., open",
                "any, .o., open",
                "any, .+., approve",
                "any, .-., reject",
                "any, ooo, reject",
                "in-order, +.., open",
                "in-order, +++, approve",
                "in-order, +-., reject",
                "ratio:60, +++.., approve",
                "ratio:60, ++..., open",
                "ratio:60, ---.., reject",
                "ratio:60, --..., open",
                "ratio:60, oo-+., open",
                "ratio:60, oo-++, approve",
                "ratio:60, oo-+-, reject",
                "ratio:100, ++++., open",
                "ratio:100, +++++, approve",
                "ratio:100, ++++o, approve",
                "ratio:1, +...., approve",
                "count:2, +-., open",
                "count:2, ++., approve",
                "count:2, --., reject",
                "count:2, o+., open",
                "count:2, oo+, reject",
                "ratio:50, ++v, open",
                "ratio:50, ++n, reject",
                "all, ++v, open",
            })
    void a_vote_is_decided_as_soon_as_nothing_can_change_it(String way, String letters, @Nullable String verdict) {
        assertThat(ways.verdict(way, null, ballots(letters))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "open",
            value = {
                "3, ++.., open",
                "3, ++o., approve",
                "75%, ++.., open",
                "75%, +++., approve",
                "5, ++++, reject",
                "2, --.., open"
            })
    void a_quorum_must_take_part(String quorum, String letters, @Nullable String verdict) {
        assertThat(ways.verdict("ratio:50", quorum, ballots(letters))).isEqualTo(verdict);
    }

    @Test
    void weights_count_instead_of_heads() {
        var heavy = new Ballot("approve", 3, false);
        assertThat(ways.verdict(
                        "weight:50",
                        null,
                        Stream.concat(Stream.of(heavy), ballots("--").stream()).toList()))
                .isEqualTo("approve");
        assertThat(ways.verdict(
                        "ratio:50",
                        null,
                        Stream.concat(Stream.of(heavy), ballots("--").stream()).toList()))
                .isEqualTo("reject");
    }

    /** Whatever the others still decide, an early result is the result. */
    @Test
    void an_early_result_is_never_changed_by_the_ballots_that_were_not_cast() {
        for (var way : List.of(
                "all", "any", "ratio:34", "ratio:50", "ratio:67", "ratio:100", "count:1", "count:2", "count:3")) {
            for (var letters : words(4)) {
                var early = ways.verdict(way, null, ballots(letters));
                if (early != null && !way.equals("any")) {
                    for (var end : endings(letters)) {
                        assertThat(ways.verdict(way, null, ballots(end)))
                                .as("%s: %s decided %s, then %s", way, letters, early, end)
                                .isEqualTo(early);
                    }
                }
            }
        }
    }

    @Test
    void every_vote_is_decided_when_everybody_has_decided() {
        for (var way : List.of("all", "any", "in-order", "ratio:50", "count:2", "weight:50")) {
            for (var letters : words(4)) {
                if (!letters.contains(".")) {
                    assertThat(ways.verdict(way, "2", ballots(letters)))
                            .as("%s %s", way, letters)
                            .isNotNull();
                }
            }
        }
    }

    private static List<String> words(int length) {
        var words = List.of("");
        for (int i = 0; i < length; i++) {
            words = words.stream()
                    .flatMap(word -> Stream.of("+", "-", "o", ".").map(word::concat))
                    .toList();
        }
        return words;
    }

    private static List<String> endings(String letters) {
        var found = new ArrayList<String>();
        int open = letters.indexOf('.');
        if (open < 0) {
            found.add(letters);
        } else {
            for (var letter : List.of("+", "-", "o")) {
                found.addAll(endings(letters.substring(0, open) + letter + letters.substring(open + 1)));
            }
        }
        return found;
    }
}
