package io.tongban.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The arranged days of years, remembered for as long as the calendar has the version that was read with them. Every use
 * reads the version, so every node sees a change at once.
 */
@Component
class CalendarDays {

    /** A year's days that differ from the rule of the weekday, and whether it was arranged officially. */
    record Arrangement(Map<LocalDate, CalendarMapper.Arranged> days, boolean official) {}

    private record Known(int version, Map<Integer, Arrangement> years) {}

    private final CalendarMapper rows;
    private volatile Known known = new Known(-1, Map.of());

    CalendarDays(CalendarMapper rows) {
        this.rows = rows;
    }

    /** Days of the year as of a version of the calendar that was read before. */
    Arrangement of(int year, int version) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read(year);
        }
        var now = known;
        if (now.version() != version) {
            now = new Known(version, new ConcurrentHashMap<>());
            known = now;
        }
        return now.years().computeIfAbsent(year, this::read);
    }

    /** From here to the end of the transaction days are read: a version that is rolled back may come again. */
    void changing() {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }

    private @Nullable Object forget() {
        return TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    private Arrangement read(int year) {
        var days = rows.arranged(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .collect(Collectors.toUnmodifiableMap(CalendarMapper.Arranged::onDay, Function.identity()));
        return new Arrangement(days, !rows.years(year, year).isEmpty());
    }
}
