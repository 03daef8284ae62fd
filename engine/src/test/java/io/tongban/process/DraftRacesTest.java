package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.file.Files;
import io.tongban.file.Samples;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many pages of one person at once. */
@ProductTest
class DraftRacesTest {

    private static final int PAGES = 12;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftCleaner cleaner;

    @Autowired
    Requests requests;

    @Autowired
    Files files;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TestCompany company;

    private Actor lin = Actor.SYSTEM;

    @BeforeEach
    void somebodyNew() {
        lin = company.actor(company.employ("林晓", "zhao.min"));
    }

    private static Drafts.Content content(Map<String, Object> answers) {
        return new Drafts.Content(answers, List.of());
    }

    private String drafted(Map<String, Object> answers) {
        return drafts.create(lin, "trial-proof", content(answers), null).row().id();
    }

    @Test
    void of_pages_that_save_the_same_state_one_is_kept_and_the_others_are_told() throws Exception {
        var id = drafted(Map.of("topic", "一"));
        var answers = atOnce(page -> {
            drafts.save(lin, id, content(Map.of("topic", "第" + page)), 1);
            return String.valueOf(page);
        });
        assertThat(answers).filteredOn("process:draft-moved"::equals).hasSize(PAGES - 1);
        var kept = answers.stream().filter(a -> !a.startsWith("process:")).findFirst();
        assertThat(drafts.answers(drafts.get(lin, id))).containsEntry("topic", "第" + kept.orElseThrow());
    }

    @Test
    void nobody_gets_more_drafts_by_opening_more_pages() throws Exception {
        for (int i = 0; i < Drafts.MOST - 3; i++) {
            drafted(Map.of("topic", "第" + i));
        }
        var answers = atOnce(page -> drafted(Map.of("topic", "同时" + page)));
        assertThat(drafts.of(lin, null)).hasSize(Drafts.MOST);
        assertThat(answers).filteredOn("process:too-many-drafts"::equals).hasSize(PAGES - 3);
    }

    @Test
    void the_same_first_save_sent_again_and_again_makes_one_draft() throws Exception {
        var answers = atOnce(page -> drafts.create(lin, "trial-proof", content(Map.of("topic", "一")), "once")
                .row()
                .id());
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(drafts.of(lin, null)).hasSize(1);
    }

    @Test
    void a_save_that_meets_the_submission_takes_no_attachment_away() throws Exception {
        for (int round = 0; round < 5; round++) {
            var file = files.store(lin, "合同.pdf", Samples.pdf()).id();
            Map<String, Object> typed = Map.of("topic", "合同", "proof", List.of(file));
            var id = drafted(typed);
            var answers = atOnce(page -> {
                if (page == 0) {
                    var with = new Along.With(id, List.of());
                    return requests.submit(lin, "trial-proof", typed, with, null)
                            .id();
                }
                drafts.save(lin, id, content(typed), page);
                return "saved";
            });
            assertThat(answers.get(0)).hasSize(36);
            assertThat(files.get(company.actor("zhao.min"), file).id()).isEqualTo(file);
            assertThat(drafts.of(lin, null)).isEmpty();
        }
    }

    @Test
    void a_draft_that_was_deleted_is_gone_after_a_day() {
        var file = files.store(lin, "合同.pdf", Samples.pdf()).id();
        var young = drafted(Map.of("topic", "今天删的"));
        var old = drafted(Map.of("topic", "昨天删的", "proof", List.of(file)));
        drafts.delete(lin, young);
        drafts.delete(lin, old);
        jdbc.update(
                "update process_draft set deleted_at = ? where id = ?",
                java.sql.Timestamp.from(clock.instant().minus(Duration.ofHours(25))),
                old);
        cleaner.clean();
        assertThat(drafts.restore(lin, young).id()).isEqualTo(young);
        assertThat(jdbc.queryForObject("select count(*) from process_draft where id = ?", Integer.class, old))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from file_stored where id = ? and owner_id is null", Integer.class, file))
                .isEqualTo(1);
    }

    private interface Deed {
        String act(int page);
    }

    private List<String> atOnce(Deed deed) throws Exception {
        var barrier = new CyclicBarrier(PAGES);
        var pool = Executors.newFixedThreadPool(PAGES);
        try {
            var deeds = new ArrayList<Callable<String>>();
            for (int i = 0; i < PAGES; i++) {
                int page = i;
                deeds.add(() -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    try {
                        return deed.act(page);
                    } catch (Problem refused) {
                        return refused.code();
                    }
                });
            }
            var answers = new ArrayList<String>();
            for (Future<String> answer : pool.invokeAll(deeds)) {
                answers.add(answer.get(60, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
