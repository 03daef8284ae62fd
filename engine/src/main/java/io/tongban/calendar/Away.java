package io.tongban.calendar;

import java.time.Instant;

/** A time in which somebody is not there. */
public record Away(Instant from, Instant until) {}
