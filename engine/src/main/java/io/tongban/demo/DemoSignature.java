package io.tongban.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A line as a pen might draw it, the same for a name each time. */
final class DemoSignature {

    private DemoSignature() {}

    static byte[] picture(String name) {
        var random = new Random(name.hashCode());
        var image = new BufferedImage(480, 160, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(20, 24, 40));
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var line = new Path2D.Double();
        line.moveTo(30, 90);
        for (int x = 60; x < 450; x += 40) {
            line.quadTo(x - 20, 20 + random.nextInt(120), x, 50 + random.nextInt(60));
        }
        pen.draw(line);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
