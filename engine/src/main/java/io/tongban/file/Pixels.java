package io.tongban.file;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.core.io.Resource;

/** What a picture is made of. */
final class Pixels {

    private Pixels() {}

    /** Read from the head of the picture; its content is never unpacked. */
    static Optional<Dimension> size(Resource picture) {
        try (var in = ImageIO.createImageInputStream(picture.getInputStream())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new Dimension(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** How many points differ from the corner, so many at the most; only for pictures whose size was looked at. */
    static int drawn(Resource picture, int most) {
        try (var in = picture.getInputStream()) {
            BufferedImage image = ImageIO.read(in);
            int found = 0;
            for (int y = 0; image != null && y < image.getHeight() && found < most; y++) {
                for (int x = 0; x < image.getWidth() && found < most; x++) {
                    found += image.getRGB(x, y) == image.getRGB(0, 0) ? 0 : 1;
                }
            }
            return found;
        } catch (IOException | RuntimeException unreadable) {
            return 0;
        }
    }
}
