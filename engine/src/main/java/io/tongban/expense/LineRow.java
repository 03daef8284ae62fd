package io.tongban.expense;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of a claim as it stands, and what was handed in. */
record LineRow(
        String requestId,
        int lineNo,
        String categoryKey,
        LocalDate spentOn,
        BigDecimal amount,
        BigDecimal tax,
        BigDecimal claimedAmount,
        BigDecimal claimedTax,
        String invoiceNumber,
        @Nullable String note) {

    BigDecimal total() {
        return amount.add(tax);
    }

    LineRow corrected(String category, BigDecimal nowAmount, BigDecimal nowTax) {
        return new LineRow(
                requestId,
                lineNo,
                category,
                spentOn,
                nowAmount,
                nowTax,
                claimedAmount,
                claimedTax,
                invoiceNumber,
                note);
    }
}
