package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class NotificationsTest {

    @Autowired
    Notifications notifications;

    @Autowired
    TransactionTemplate transaction;

    final Actor chen = person();
    final Actor zhao = person();

    @Test
    void everybody_is_told_once_and_counts_for_himself() {
        notifications.send(notice(List.of(chen.id(), zhao.id(), chen.id(), Actor.SYSTEM.id()), "年假"));

        assertThat(notifications.unread(chen.id())).isOne();
        assertThat(notifications.unread(zhao.id())).isOne();
        assertThat(notifications.unread(Actor.SYSTEM.id())).isZero();

        notifications.readAll(chen, null);
        assertThat(notifications.unread(chen.id())).isZero();
        assertThat(notifications.unread(zhao.id())).isOne();
    }

    @Test
    void a_notice_goes_back_with_the_transaction_that_sent_it() {
        transaction.executeWithoutResult(t -> {
            notifications.send(notice(List.of(chen.id()), "年假"));
            t.setRollbackOnly();
        });

        assertThat(notifications.unread(chen.id())).isZero();
    }

    @Test
    void the_newest_stands_first_and_pages_follow_without_gap() {
        for (int i = 1; i <= 5; i++) {
            notifications.send(notice(List.of(chen.id()), "假 " + i));
        }

        var first = notifications.page(chen, false, null, null, 2, Locale.CHINESE);
        var second = notifications.page(chen, false, null, first.next(), 2, Locale.CHINESE);
        var third = notifications.page(chen, false, null, second.next(), 2, Locale.CHINESE);

        assertThat(titles(first)).containsExactly("测试通知：假 5", "测试通知：假 4");
        assertThat(titles(second)).containsExactly("测试通知：假 3", "测试通知：假 2");
        assertThat(titles(third)).containsExactly("测试通知：假 1");
        assertThat(third.next()).isNull();
    }

    @Test
    void the_reader_chooses_the_language() {
        notifications.send(notice(List.of(chen.id()), "O'Neil {0} '𠮷野家😀' <b>"));

        assertThat(titles(notifications.page(chen, false, null, null, 20, Locale.ENGLISH)))
                .containsExactly("A test notice: O'Neil {0} '𠮷野家😀' <b>");
        assertThat(titles(notifications.page(chen, false, null, null, 20, Locale.SIMPLIFIED_CHINESE)))
                .containsExactly("测试通知：O'Neil {0} '𠮷野家😀' <b>");
    }

    @Test
    void days_and_times_are_said_in_the_words_of_the_reader() {
        var monday = LocalDate.of(2026, 12, 7);
        tell(LocalDate.of(2026, 11, 27));
        tell(LocalDate.of(2027, 1, 4));
        tell(List.of(
                new Span(monday.atTime(14, 0), monday.atTime(15, 0)),
                new Span(monday.atTime(9, 0), monday.plusDays(1).atTime(18, 0))));

        assertThat(titles(notifications.page(chen, false, null, null, 20, Locale.SIMPLIFIED_CHINESE)))
                .containsExactly(
                        "测试通知：12月7日 周一 14:00–15:00、12月7日 周一 09:00 – 12月8日 周二 18:00", "测试通知：2027年1月4日", "测试通知：11月27日");
        assertThat(titles(notifications.page(chen, false, null, null, 20, Locale.ENGLISH)))
                .containsExactly(
                        "A test notice: Mon 7 Dec 14:00–15:00, Mon 7 Dec 09:00 – Tue 8 Dec 18:00",
                        "A test notice: 4 Jan 2027",
                        "A test notice: 27 Nov");
    }

    private void tell(Object arg) {
        notifications.send(new Notice(List.of(chen.id()), "notify.test", List.of(arg), "/tasks", null));
    }

    @Test
    void long_texts_are_shortened() {
        notifications.send(notice(List.of(chen.id()), "长".repeat(5000)));

        assertThat(titles(notifications.page(chen, false, null, null, 20, Locale.CHINESE)))
                .containsExactly("测试通知：" + "长".repeat(200) + "…");
    }

    @Test
    void nobody_reads_somebody_elses_notice() {
        notifications.send(notice(List.of(chen.id()), "年假"));
        var id = notifications
                .page(chen, false, null, null, 20, Locale.CHINESE)
                .items()
                .get(0)
                .id();

        assertThatThrownBy(() -> notifications.read(zhao, id))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
        assertThat(notifications.unread(chen.id())).isOne();

        notifications.read(chen, id);
        notifications.read(chen, id);
        assertThat(notifications.unread(chen.id())).isZero();
    }

    @Test
    void people_look_at_what_they_have_not_read_or_at_one_group() {
        send("meeting.soon", "周会");
        send("worktask.late", "交付");
        send("worktask.closed", "验收");
        send("nobody.knows-this", "新的");
        var meeting = page(false, NoticeGroup.MEETINGS).items().get(0);
        notifications.read(chen, meeting.id());

        assertThat(page(false, NoticeGroup.MEETINGS).items()).hasSize(1);
        assertThat(page(true, NoticeGroup.MEETINGS).items()).isEmpty();
        assertThat(kinds(page(true, null))).containsExactly("nobody.knows-this", "worktask.closed", "worktask.late");
        assertThat(kinds(page(false, NoticeGroup.REMINDERS))).containsExactly("worktask.late");
        assertThat(kinds(page(false, NoticeGroup.OTHER))).containsExactly("nobody.knows-this");

        notifications.readAll(chen, NoticeGroup.REMINDERS);
        assertThat(kinds(page(true, null))).containsExactly("nobody.knows-this", "worktask.closed");
        notifications.readAll(chen, null);
        assertThat(notifications.unread(chen.id())).isZero();
    }

    @Test
    void a_whole_company_can_be_told() {
        var everybody = java.util.stream.Stream.generate(Ids::next).limit(1001).toList();

        notifications.send(notice(everybody, "放假"));

        assertThat(everybody)
                .allSatisfy(p -> assertThat(notifications.unread(p)).isOne());
    }

    private void send(String kind, String text) {
        notifications.send(new Notice(List.of(chen.id()), kind, List.of(text), "/requests/1", null));
    }

    private io.tongban.kernel.Page<Notifications.NoticeView> page(
            boolean unread, @org.jspecify.annotations.Nullable NoticeGroup group) {
        return notifications.page(chen, unread, group, null, 20, Locale.CHINESE);
    }

    private static List<String> kinds(io.tongban.kernel.Page<Notifications.NoticeView> page) {
        return page.items().stream().map(Notifications.NoticeView::kind).toList();
    }

    private static List<String> titles(io.tongban.kernel.Page<Notifications.NoticeView> page) {
        return page.items().stream().map(Notifications.NoticeView::title).toList();
    }

    private static Notice notice(List<String> to, String text) {
        return new Notice(to, "notify.test", List.of(text), "/requests/1", new BusinessRef("test.request", Ids.next()));
    }

    private static Actor person() {
        return new Actor(Ids.next(), "陈雨", Set.of(), Set.of(), List.of());
    }
}
