package io.tongban.leave;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A type of leave with its rules.
 *
 * @param limited by a balance
 * @param unit smallest unit: {@code half-day} or {@code hour}
 * @param counts {@code working} days, or every {@code calendar} day
 * @param proofMinutes proof is required from this length on; null when never
 * @param yearlyMinutes accrues once a year
 * @param longestDays longest single leave, in days; null when not limited
 */
record LeaveType(
        String typeKey,
        String name,
        String nameEn,
        boolean limited,
        String unit,
        String counts,
        @Nullable Integer proofMinutes,
        int yearlyMinutes,
        @Nullable Integer longestDays) {

    String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? nameEn : name;
    }

    boolean byHour() {
        return unit.equals("hour");
    }

    boolean everyDay() {
        return counts.equals("calendar");
    }
}
