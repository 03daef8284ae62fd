package io.tongban.studio;

/** Who may draw and publish models. */
final class Studio {

    /** Held by process designers and administrators. */
    static final String DESIGN = "process.design";

    private Studio() {}
}
