package io.tongban.process;

/** Leaves out what most people need not read. */
final class Masked {

    private Masked() {}

    /** So many characters at the beginning and at the end stay; of what is short, none does. */
    static String middle(String text, int first, int last) {
        var points = text.codePoints().toArray();
        if (points.length <= first + last) {
            return "*".repeat(points.length);
        }
        return new String(points, 0, first)
                + "*".repeat(points.length - first - last)
                + new String(points, points.length - last, last);
    }
}
