package io.tongban.org;

import java.util.List;

/**
 * What every call needs to know about the person who makes it.
 *
 * @param present employed now
 * @param departments ids of today's departments, main one first
 */
public record Standing(String id, String name, boolean present, List<String> departments) {}
