package io.tongban.leave;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.jdbc.core.JdbcTemplate;

/** What must hold at any time: a balance is nothing but the sum of its ledger, and is never overdrawn. */
final class LedgerCheck {

    private record Account(String type, int year, int granted, int used, int held, boolean limited) {}

    private LedgerCheck() {}

    static void theBalanceIsTheSumOfTheLedger(JdbcTemplate jdbc, String person) {
        var accounts = jdbc.query(
                """
                select b.type_key, b.of_year, b.granted, b.used, b.held, t.limited
                from leave_balance b join leave_type t on t.type_key = b.type_key where b.person_id = ?
                """,
                (row, n) -> new Account(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6)),
                person);
        for (var account : accounts) {
            int used = -sum(jdbc, person, account, "use");
            int summed = sum(jdbc, person, account, "accrual") + sum(jdbc, person, account, "adjust");
            assertThat(account.granted()).as("granted %s", account).isEqualTo(summed);
            assertThat(account.used()).as("used %s", account).isEqualTo(used - sum(jdbc, person, account, "give-back"));
            assertThat(account.held())
                    .as("held %s", account)
                    .isEqualTo(-sum(jdbc, person, account, "hold") - sum(jdbc, person, account, "release") - used);
            if (account.limited()) {
                assertThat(account.granted() - account.used() - account.held())
                        .as("left %s", account)
                        .isNotNegative();
            }
        }
    }

    private static int sum(JdbcTemplate jdbc, String person, Account account, String kind) {
        var minutes = jdbc.queryForObject("""
                select coalesce(sum(minutes), 0) from leave_ledger
                where person_id = ? and type_key = ? and of_year = ? and kind = ?
                """, Long.class, person, account.type(), account.year(), kind);
        return minutes == null ? 0 : minutes.intValue();
    }
}
