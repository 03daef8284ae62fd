package io.tongban.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of the working calendar.
 *
 * @param name name of the holiday, in the language of the call
 * @param provisional the year has no official arrangement yet
 */
public record Day(LocalDate date, DayKind kind, @Nullable String name, boolean provisional) {}
