package io.tongban;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Chooses the database of product tests: {@code -Dtongban.test.db=mariadb} is a real server, otherwise H2 in memory. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static boolean mariaDb() {
        return System.getProperty("tongban.test.db", "h2").equals("mariadb");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (mariaDb()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("mariadb", MariaDb.emptyDatabase()));
        }
    }
}
