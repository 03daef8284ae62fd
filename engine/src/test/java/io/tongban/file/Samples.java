package io.tongban.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of many kinds. */
public final class Samples {

    public static final byte[] PDF = bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    public static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    public static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    public static final byte[] JPEG = concat(
            new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}, bytes("JFIF\0"), new byte[64]);
    public static final byte[] HTML = bytes("<!DOCTYPE html><html><script>alert(1)</script></html>");
    public static final byte[] SVG = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
    public static final byte[] EXE =
            concat(bytes("MZ"), new byte[58], new byte[] {64, 0, 0, 0}, bytes("PE\0\0"), new byte[200]);
    public static final byte[] ELF = concat(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, new byte[100]);
    public static final byte[] SHELL = bytes("#!/bin/sh\nrm -rf /\n");
    public static final byte[] MAIL = bytes("From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\n\r\nhello\r\n");

    private Samples() {}

    /** A picture with a line drawn across it, as a signature would be. */
    public static byte[] signature() {
        return picture(300, 120, true);
    }

    /** A picture of this size, blank or drawn on. */
    public static byte[] picture(int width, int height, boolean drawn) {
        var image = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        for (int x = width / 10; drawn && x < width - width / 10; x++) {
            image.setRGB(x, height / 2, 0xFF202020);
        }
        var out = new ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(image, "png", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    public static InputStream pdf() {
        return new ByteArrayInputStream(PDF);
    }

    public static InputStream text(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    /** As many letters, without holding them. */
    public static InputStream letters(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] to, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int some = (int) Math.min(length, left);
                java.util.Arrays.fill(to, from, from + some, (byte) 'a');
                left -= some;
                return some;
            }
        };
    }

    static byte[] zip(String... entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(bytes("<x/>"));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** A header and one directory sector with these streams. */
    static byte[] ole(String... streams) {
        var file = ByteBuffer.allocate(512 + 512 * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        int at = 512;
        for (var stream : streams) {
            var name = stream.getBytes(StandardCharsets.UTF_16LE);
            file.position(at);
            file.put(name);
            file.putShort(at + 64, (short) (name.length + 2));
            at += 128;
        }
        return file.array();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
