package io.tongban;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Composition root of the server. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
public class Application {

    public static void main(String[] args) {
        // The database holds UTC; drivers convert by the zone of the JVM.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        if (Arrays.stream(args).noneMatch(arg -> arg.startsWith("--tongban.verify"))) {
            SpringApplication.run(Application.class, args);
            return;
        }
        // Only what the record says: nobody is served, and nothing happens by itself.
        var quiet = Stream.concat(Arrays.stream(args), Stream.of("--server.port=-1", "--tongban.jobs=false"));
        System.exit(SpringApplication.exit(SpringApplication.run(Application.class, quiet.toArray(String[]::new))));
    }

    /** Milliseconds, as the database keeps them: what was just written is never in the future. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** The company's zone: plans of people are local times of it. */
    @Bean
    ZoneId zone(@Value("${tongban.zone}") String zone) {
        return ZoneId.of(zone);
    }

    /** Statements that the two kinds of databases say differently. */
    @Bean
    org.apache.ibatis.mapping.DatabaseIdProvider databaseId() {
        var provider = new org.apache.ibatis.mapping.VendorDatabaseIdProvider();
        var names = new java.util.Properties();
        names.setProperty("H2", "h2");
        provider.setProperties(names);
        return provider;
    }

    @Bean
    org.springframework.context.MessageSource messageSource() throws java.io.IOException {
        var source = new org.springframework.context.support.ResourceBundleMessageSource();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:io/tongban/*/messages.properties")) {
            var path = file.getURL().getPath();
            source.addBasenames(path.substring(path.lastIndexOf("io/tongban/")).replace(".properties", ""));
        }
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
