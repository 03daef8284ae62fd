package io.tongban.kernel;

/**
 * Names a thing of some module without importing that module.
 *
 * @param type module and noun, such as {@code leave.request}
 * @param id id of the thing
 */
public record BusinessRef(String type, String id) {

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
