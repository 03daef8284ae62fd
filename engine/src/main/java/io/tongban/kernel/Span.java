package io.tongban.kernel;

import java.time.LocalDateTime;

/** From one local time to another, as an argument of a sentence. */
public record Span(LocalDateTime from, LocalDateTime to) {}
