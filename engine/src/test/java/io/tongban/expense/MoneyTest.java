package io.tongban.expense;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people and programs write them, and cells that spreadsheets would compute. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1234.5, 1234.50", "0.01, 0.01", "' 7 ', 7.00", "1e2, 100.00", "1.230, 1.23"})
    void an_amount_is_read_to_the_cent(String given, String read) {
        assertThat(String.valueOf(Money.parse(given))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "一百", "1,234", "1e999999999", "NaN"})
    void what_is_no_amount_to_the_cent_is_none(String given) {
        assertThat(Money.parse(given)).isNull();
        assertThat(Money.parse(null)).isNull();
        assertThat(Money.parse(true)).isNull();
    }

    @Test
    void numbers_of_programs_are_read_as_they_were_written() {
        assertThat(String.valueOf(Money.parse(0.1))).isEqualTo("0.10");
        assertThat(String.valueOf(Money.parse(9999999.99))).isEqualTo("9999999.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab-123 4", "AB1234", "ａｂ１２３４", "Ab–1234"})
    void an_invoice_is_the_same_however_it_is_typed(String number) {
        assertThat(ExpenseRules.invoice(number)).isEqualTo("AB1234");
    }
}
