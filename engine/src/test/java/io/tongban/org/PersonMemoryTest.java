package io.tongban.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered about people is never older than their last change. */
@ProductTest
class PersonMemoryTest {

    @Autowired
    TestCompany company;

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_change_is_seen_by_the_next_who_asks() {
        var id = company.id(company.employ("林晓", "zhao.min"));
        assertThat(people.get(id).name()).isEqualTo("林晓");
        assertThat(people.leader(id)).contains(company.id("zhao.min"));
        assertThat(people.present(id)).isTrue();

        people.rename(id, "林晓燕", people.get(id).number());
        departments.setLeader(id, company.id("sun.lei"));
        people.setPresent(id, false);

        assertThat(people.get(id).name()).isEqualTo("林晓燕");
        assertThat(people.byIds(List.of(id)).get(id)).isEqualTo(people.get(id));
        assertThat(people.leader(id)).contains(company.id("sun.lei"));
        assertThat(people.present(id)).isFalse();
    }

    @Test
    void whoever_changes_it_sees_it_before_the_end_and_others_when_it_has_really_happened() throws Exception {
        var id = company.id(company.employ("林晓", null));
        transaction.executeWithoutResult(status -> {
            people.rename(id, "别名", people.get(id).number());
            assertThat(people.get(id).name()).isEqualTo("别名");
            assertThat(elsewhere(id)).isEqualTo("林晓");
            status.setRollbackOnly();
        });
        assertThat(people.get(id).name()).isEqualTo("林晓");

        transaction.executeWithoutResult(status -> {
            people.rename(id, "林晓燕", people.get(id).number());
            assertThat(elsewhere(id)).isEqualTo("林晓");
        });
        assertThat(elsewhere(id)).isEqualTo("林晓燕");
    }

    private String elsewhere(String id) {
        var name = new String[1];
        var other = new Thread(() -> name[0] = people.get(id).name());
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return name[0];
    }
}
