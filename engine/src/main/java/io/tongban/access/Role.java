package io.tongban.access;

import java.util.Set;

/** A role that people can be granted, with the permissions it carries. */
public record Role(String key, String name, String nameEn, Set<String> permissions) {}
