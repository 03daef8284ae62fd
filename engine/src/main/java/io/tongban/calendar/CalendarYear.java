package io.tongban.calendar;

import org.jspecify.annotations.Nullable;

/** Whether the arrangement of a year is known, and where it comes from. */
record CalendarYear(int year, boolean provisional, @Nullable String source) {}
