package io.tongban.org;

import org.jspecify.annotations.Nullable;

/** A department in the tree; the one without a parent is the company. */
public record Department(String id, @Nullable String parentId, String name, int sort) {}
