package io.tongban.expense;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A claim as it is stored. */
record ClaimRow(
        String requestId,
        String number,
        String personId,
        String personName,
        String departmentId,
        String title,
        BigDecimal amount,
        BigDecimal tax,
        BigDecimal total,
        BigDecimal claimed,
        State state,
        @Nullable String paymentReference,
        @Nullable LocalDate paidOn,
        @Nullable String paidBy,
        Instant createdAt,
        Instant updatedAt) {

    enum State {
        /** With its approvers. */
        RUNNING,
        /** Back with the applicant. */
        RETURNED,
        /** With finance. */
        REVIEW,
        /** Approved, not paid yet. */
        PAYABLE,
        PAID,
        /** Rejected or withdrawn. */
        RELEASED,
        /** Approved, and stopped before it was paid. */
        STOPPED;

        /** No longer changed by anybody but whoever pays. */
        boolean settled() {
            return this == PAYABLE || this == PAID;
        }
    }

    ClaimRow with(State next, Instant at) {
        return new ClaimRow(
                requestId,
                number,
                personId,
                personName,
                departmentId,
                title,
                amount,
                tax,
                total,
                claimed,
                next,
                paymentReference,
                paidOn,
                paidBy,
                createdAt,
                at);
    }

    /** Settled at these sums. */
    ClaimRow payable(Sums sums, Instant at) {
        return new ClaimRow(
                requestId,
                number,
                personId,
                personName,
                departmentId,
                title,
                sums.amount(),
                sums.tax(),
                sums.total(),
                claimed,
                State.PAYABLE,
                null,
                null,
                null,
                createdAt,
                at);
    }

    ClaimRow paid(String reference, LocalDate on, String by, Instant at) {
        return new ClaimRow(
                requestId,
                number,
                personId,
                personName,
                departmentId,
                title,
                amount,
                tax,
                total,
                claimed,
                State.PAID,
                reference,
                on,
                by,
                createdAt,
                at);
    }
}
