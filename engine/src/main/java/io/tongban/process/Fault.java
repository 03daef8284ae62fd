package io.tongban.process;

import io.tongban.process.FormSchema.Field;

/** One refused answer: path inside {@code answers}, problem code, arguments of its sentence. */
record Fault(String path, String code, Object[] args) {

    static Fault of(String path, String code, Object... args) {
        return new Fault(path, code, args);
    }

    static Fault wrong(Field field, String path) {
        return of(path, "process:wrong-type", field.label());
    }
}
