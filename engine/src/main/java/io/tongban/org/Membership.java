package io.tongban.org;

import org.jspecify.annotations.Nullable;

/** That somebody belongs to a department today. */
public record Membership(
        String departmentId, String name, @Nullable String position, boolean main, boolean head) {}
