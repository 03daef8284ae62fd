package io.tongban;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Makes the embedded database quick without making it forget: it keeps statements and writes commits together. */
@Component
class EmbeddedDatabase implements BeanPostProcessor {

    private static final String EMBEDDED = "jdbc:h2:";
    private static final String FILE = "jdbc:h2:file:";
    private static final String EACH_BY_ITSELF = "WRITE_DELAY=0";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && begins(pool.getJdbcUrl(), EMBEDDED)) {
            pool.setDataSource(new KeptStatements(new DriverManagerDataSource(pool.getJdbcUrl())));
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool && together(pool.getJdbcUrl()) ? new GroupCommit(pool) : bean;
    }

    private static boolean together(@Nullable String url) {
        return begins(url, FILE)
                && !String.valueOf(url).toUpperCase(Locale.ROOT).contains(EACH_BY_ITSELF);
    }

    private static boolean begins(@Nullable String url, String start) {
        return url != null && url.startsWith(start);
    }
}
