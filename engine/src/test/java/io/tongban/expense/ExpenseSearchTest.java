package io.tongban.expense;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.kernel.Ids;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The desk of finance finds everything, however many claims there are. */
@ProductTest
class ExpenseSearchTest {

    private static final String DESK = "/api/expenses/desk/claims";

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate jdbc;

    private TestClient finance = new TestClient(0);
    private int made;

    @BeforeEach
    void signIn() {
        finance = company.signIn("li.cw");
    }

    @AfterEach
    void clear() {
        jdbc.update("delete from expense_claim where number like 'MANY%'");
    }

    @Test
    void a_name_that_many_claims_begin_with_is_found_to_the_last_one() {
        var ids = claims(2_100, "PAID", "众安", company.development());
        claims(5, "PAID", "众", company.sales());
        claims(3, "REVIEW", "众安", company.development());

        assertThat(found(DESK + "?state=paid&limit=100&q=" + encoded("众安")))
                .containsExactlyElementsOf(newestFirst(ids));
        assertThat(found(DESK + "?state=paid&limit=100&q=" + encoded("众"))).hasSize(2_105);
        assertThat(found(DESK + "?state=paid&limit=2&department=" + company.sales() + "&q=" + encoded("众")))
                .hasSize(5);
        assertThat(found(DESK + "?state=review&limit=100&q=" + encoded("众安"))).hasSize(3);
    }

    @Test
    void the_beginning_of_a_number_leads_through_all_of_them_in_their_order() {
        var ids = claims(30, "PAID", "寻迹", company.development());
        claims(2, "PAYABLE", "寻迹", company.sales());

        assertThat(found(DESK + "?state=paid&limit=7&q=many0")).containsExactlyElementsOf(newestFirst(ids));
        assertThat(found(DESK + "?state=paid&limit=7&q=MANY00011")).containsExactly(ids.get(11));
        assertThat(found(DESK + "?state=payable&limit=1&q=MANY0")).hasSize(2);
        assertThat(found(DESK + "?state=paid&limit=7&department=" + company.sales() + "&q=MANY0"))
                .isEmpty();
    }

    @Test
    void what_waits_for_finance_is_counted_and_summed_exactly_also_when_it_is_much() {
        var before = waiting();
        claims(1_200, "REVIEW", "众安", company.development());

        assertThat(waiting().subtract(before)).isEqualByComparingTo("1320.00");
    }

    /** What the claims in review come to. */
    private BigDecimal waiting() {
        for (var total : finance.get("/api/expenses/desk/totals").ok().path("items")) {
            if (total.path("state").asString().equals("review")) {
                return new BigDecimal(total.path("total").asString());
            }
        }
        return BigDecimal.ZERO;
    }

    /** Of 1.10 each, in the order in which they were handed in. */
    private List<String> claims(int count, String state, String name, String department) {
        int from = made;
        made += count;
        var ids = IntStream.range(0, count).mapToObj(i -> Ids.next()).toList();
        jdbc.batchUpdate(
                """
                insert into expense_claim (request_id, number, person_id, person_name, department_id, title, amount, tax,
                  total, claimed, state, created_at, updated_at)
                values (?, ?, ?, ?, ?, '旧账', 1, 0.1, 1.1, 1.1, ?, '2020-05-01 00:00:00', '2020-05-01 00:00:00')""",
                IntStream.range(0, count)
                        .mapToObj(i -> new Object[] {
                            ids.get(i), "MANY%05d".formatted(from + i), company.id("chen.yu"), name, department, state
                        })
                        .toList());
        return ids;
    }

    private List<String> found(String path) {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = finance.get(path + "&cursor=" + cursor).ok();
            page.path("items").forEach(item -> ids.add(item.path("requestId").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    private static List<String> newestFirst(List<String> ids) {
        return ids.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
