package io.tongban.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/** Where content lives, found by its SHA-256: a folder now, an object store later. */
interface Storage {

    /** Writes content where nobody can see it yet; more than {@code limit} bytes are refused. */
    Draft write(InputStream content, long limit) throws IOException;

    Resource find(String hash);

    void remove(String hash) throws IOException;

    /** Content that is written but not yet kept; closing it without keeping it leaves nothing behind. */
    interface Draft extends AutoCloseable {

        String hash();

        long size();

        /** The bytes as a local file, to look into. */
        Path path();

        /** Makes the content findable, all of it or nothing, safe against loss of power. */
        void keep() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** More bytes than the limit. */
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
