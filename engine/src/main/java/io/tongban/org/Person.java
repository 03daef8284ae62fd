package io.tongban.org;

import org.jspecify.annotations.Nullable;

/**
 * A person of the company with the main department of today.
 *
 * @param account login name, lower case
 * @param number employee number
 * @param portrait id of the portrait's file
 * @param locale language the person reads, {@code zh-CN} or {@code en}
 * @param present employed now
 */
public record Person(
        String id,
        String account,
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String portrait,
        String locale,
        @Nullable String departmentId,
        @Nullable String departmentName,
        @Nullable String position,
        boolean present) {}
