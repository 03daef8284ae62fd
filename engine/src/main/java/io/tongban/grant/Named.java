package io.tongban.grant;

/** A person, a department or a thing as pages name it. */
record Named(String id, String name) {}
