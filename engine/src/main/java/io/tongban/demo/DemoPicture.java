package io.tongban.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A drawn face in front of a plain background, each a little different. */
final class DemoPicture {

    private static final int SIDE = 480;

    private DemoPicture() {}

    static InputStream of(int number) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var draw = image.createGraphics();
        draw.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw.setColor(Color.getHSBColor(0.55f + number % 3 * 0.04f, 0.18f, 0.94f));
        draw.fillRect(0, 0, SIDE, SIDE);
        draw.setColor(Color.getHSBColor(number * 0.13f, 0.42f, 0.52f));
        draw.fill(new Ellipse2D.Double(70, 350, 340, 300));
        draw.setColor(new Color(0xE9BFA0));
        draw.fill(new RoundRectangle2D.Double(205, 290, 70, 90, 40, 40));
        draw.setColor(new Color(0x2E2622));
        draw.fill(new Ellipse2D.Double(138, 92, 204, number % 2 == 0 ? 290 : 200));
        draw.setColor(new Color(0xF2CBAE));
        draw.fill(new Ellipse2D.Double(152, 124, 176, 210));
        draw.setColor(new Color(0x2E2622));
        draw.fill(new Arc2D.Double(146, 96, 188, 130, 0, 180, Arc2D.CHORD));
        draw.fill(new Ellipse2D.Double(194, 214, 18, 18));
        draw.fill(new Ellipse2D.Double(268, 214, 18, 18));
        draw.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        draw.draw(new Arc2D.Double(208, 248, 64, 40, 200, 140, Arc2D.OPEN));
        draw.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
