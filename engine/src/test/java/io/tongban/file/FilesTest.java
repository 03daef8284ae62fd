package io.tongban.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class FilesTest {

    @Autowired
    Files files;

    @Autowired
    FileCleaner cleaner;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    FolderStorage storage;

    @Autowired
    Environment settings;

    final Actor chen = person();
    final Actor zhao = person();

    @Test
    void a_file_comes_back_as_it_was_stored() throws IOException {
        var stored = files.store(chen, "报销单😀.pdf", Samples.pdf());

        assertThat(stored.name()).isEqualTo("报销单😀.pdf");
        assertThat(stored.type()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(Samples.PDF.length);
        try (var content = files.open(chen, stored.id())) {
            assertThat(content.readAllBytes()).isEqualTo(Samples.PDF);
        }
    }

    @Test
    void until_it_is_attached_only_the_uploader_sees_it() {
        var stored = files.store(chen, "a.pdf", Samples.pdf());

        assertThat(files.get(chen, stored.id())).isEqualTo(stored);
        assertNotFound(() -> files.get(zhao, stored.id()));
        assertNotFound(() -> files.open(zhao, stored.id()));
        assertNotFound(() -> files.get(zhao, Ids.next()));
    }

    @Test
    void a_file_hangs_on_one_thing_only_and_may_be_attached_there_again() {
        var stored = files.store(chen, "a.pdf", Samples.pdf());
        var request = request();

        files.attach(chen, List.of(stored.id(), stored.id()), request);
        files.attach(chen, List.of(stored.id()), request);
        files.attach(zhao, List.of(stored.id()), request);

        assertThat(files.attachedTo(request)).containsExactly(stored);
        assertThatThrownBy(() -> files.attach(chen, "answers.proof", List.of(stored.id()), request()))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.status()).isEqualTo(422);
                    assertThat(p.errors()).singleElement().satisfies(e -> {
                        assertThat(e.field()).isEqualTo("answers.proof");
                        assertThat(e.code()).isEqualTo("file:attached-elsewhere");
                        assertThat(e.args()).containsExactly("a.pdf");
                    });
                });
    }

    @Test
    void nobody_attaches_what_somebody_else_uploaded_and_nothing_is_attached_then() {
        var mine = files.store(zhao, "a.pdf", Samples.pdf());
        var hers = files.store(chen, "b.pdf", Samples.pdf());
        var request = request();

        for (var other : List.of(hers.id(), Ids.next(), "'; drop table file_stored; --")) {
            assertThatThrownBy(() -> files.attach(zhao, List.of(mine.id(), other), request))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.errors())
                                    .extracting(Problem.FieldError::code)
                                    .containsExactly("file:unknown"));
        }
        assertThat(files.attachedTo(request)).isEmpty();
    }

    @Test
    void of_what_is_still_being_written_what_fits_is_attached_and_let_go_of_again() {
        var mine = files.store(chen, "a.pdf", Samples.pdf());
        var hers = files.store(zhao, "b.pdf", Samples.pdf());
        var elsewhere = files.store(chen, "c.pdf", Samples.pdf());
        files.attach(chen, List.of(elsewhere.id()), request());
        var draft = request();

        assertThat(files.attachWhatFits(
                        chen, List.of(mine.id(), hers.id(), elsewhere.id(), Ids.next(), mine.id()), draft))
                .containsExactly(mine.id());
        assertThat(files.attachedTo(draft)).containsExactly(mine);
        files.release(draft, List.of(mine.id()));
        assertThat(files.attachedTo(draft)).containsExactly(mine);
        files.release(draft, List.of());
        assertThat(files.attachedTo(draft)).isEmpty();
        files.attach(chen, List.of(mine.id()), request());
    }

    @Test
    void a_copy_belongs_to_who_made_it_and_outlives_the_original() throws IOException {
        var stored = files.store(chen, "a.pdf", Samples.pdf());

        assertThat(files.copy(zhao, List.of(stored.id(), Ids.next()))).isEmpty();
        var copy = Objects.requireNonNull(files.copy(chen, List.of(stored.id())).get(stored.id()));
        assertThat(files.get(chen, copy).name()).isEqualTo("a.pdf");
        assertNotFound(() -> files.get(zhao, copy));
        files.attach(chen, List.of(copy), request());
        cleaner.clean(clock.instant().plus(Duration.ofHours(49)));
        assertNotFound(() -> files.get(chen, stored.id()));
        try (var content = files.open(chen, copy)) {
            assertThat(content.readAllBytes()).isEqualTo(Samples.PDF);
        }
    }

    @Test
    void attaching_is_undone_with_the_callers_transaction() {
        var stored = files.store(chen, "a.pdf", Samples.pdf());
        var request = request();

        transaction.executeWithoutResult(t -> {
            files.attach(chen, List.of(stored.id()), request);
            t.setRollbackOnly();
        });

        assertThat(files.attachedTo(request)).isEmpty();
    }

    @Test
    void the_same_content_uploaded_at_once_is_kept_once() throws Exception {
        var content = ("same " + Ids.next()).getBytes(StandardCharsets.UTF_8);
        var people = Executors.newFixedThreadPool(8);
        try {
            var uploads = new ArrayList<Future<StoredFile>>();
            for (int i = 0; i < 24; i++) {
                var name = "note" + i + ".txt";
                uploads.add(people.submit(() -> files.store(chen, name, new ByteArrayInputStream(content))));
            }
            for (var upload : uploads) {
                try (var in = files.open(chen, upload.get().id())) {
                    assertThat(in.readAllBytes()).isEqualTo(content);
                }
            }
            var hash = hashOf(uploads.get(0).get());
            assertThat(place(hash)).isRegularFile();
            assertThat(jdbc.queryForObject("select count(*) from file_stored where hash = ?", Integer.class, hash))
                    .isEqualTo(24);
            assertThat(jdbc.queryForObject("select count(*) from file_content where hash = ?", Integer.class, hash))
                    .isOne();
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_visible() throws IOException {
        var broken = new SequenceInputStream(Samples.letters(100_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is cut");
            }
        });

        assertThatThrownBy(() -> files.store(chen, "a.txt", broken)).hasMessageContaining("the line is cut");

        try (var parts =
                java.nio.file.Files.list(Path.of(settings.getRequiredProperty("tongban.storage"), "incoming"))) {
            assertThat(parts).isEmpty();
        }
        assertThat(jdbc.queryForObject("select count(*) from file_stored where uploader = ?", Integer.class, chen.id()))
                .isZero();
    }

    @Test
    void exactly_20_MB_are_accepted_and_one_byte_more_is_not() {
        var largest = files.store(chen, "a.txt", Samples.letters(Files.LARGEST));

        assertThat(largest.size()).isEqualTo(20L * 1024 * 1024);
        assertThatThrownBy(() -> files.store(chen, "a.txt", Samples.letters(Files.LARGEST + 1)))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.status()).isEqualTo(413);
                    assertThat(p.code()).isEqualTo("file:too-large");
                });
    }

    @Test
    void files_that_were_never_attached_go_after_two_days_and_the_content_with_its_last_name() throws IOException {
        var content = "loose " + Ids.next();
        var loose = files.store(chen, "a.txt", Samples.text(content));
        var twin = files.store(chen, "b.txt", Samples.text(content));
        var hash = hashOf(loose);
        files.attach(chen, List.of(twin.id()), request());

        cleaner.clean(clock.instant().plus(Duration.ofHours(47)));
        assertThat(files.get(chen, loose.id())).isEqualTo(loose);

        cleaner.clean(clock.instant().plus(Duration.ofHours(49)));
        assertNotFound(() -> files.get(chen, loose.id()));
        assertThat(files.get(chen, twin.id())).isEqualTo(twin);
        assertThat(place(hash)).exists();

        jdbc.update("delete from file_stored where id = ?", twin.id());
        cleaner.clean(clock.instant().plus(Duration.ofHours(49)));
        assertThat(place(hash)).doesNotExist();
        assertThat(jdbc.queryForObject("select count(*) from file_content where hash = ?", Integer.class, hash))
                .isZero();
    }

    private Path place(String hash) throws IOException {
        return storage.find(hash).getFile().toPath();
    }

    private String hashOf(StoredFile file) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select hash from file_stored where id = ?", String.class, file.id()));
    }

    private static BusinessRef request() {
        return new BusinessRef("test.request", Ids.next());
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
    }

    private static Actor person() {
        return new Actor(Ids.next(), "陈雨", Set.of(), Set.of(), List.of());
    }
}
