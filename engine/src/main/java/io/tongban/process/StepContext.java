package io.tongban.process;

/**
 * For which request a step runs.
 *
 * @param number running number that people see
 * @param applicantId person who asked
 * @param actorId person whose action made the step run, {@code system} for timers
 */
public record StepContext(String requestId, String number, String processKey, String applicantId, String actorId) {}
