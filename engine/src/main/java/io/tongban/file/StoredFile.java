package io.tongban.file;

/**
 * A stored file as others see it.
 *
 * @param size in bytes
 * @param type media type, found by content
 */
public record StoredFile(String id, String name, long size, String type) {}
