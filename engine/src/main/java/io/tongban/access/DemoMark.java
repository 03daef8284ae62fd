package io.tongban.access;

import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks a database as the demo's, whose passwords everybody knows: such a database never starts outside the profile
 * {@code demo}.
 */
@Component
public class DemoMark implements SmartInitializingSingleton {

    private static final String MARK = Secrets.hash("demo company");

    private final SetupMapper rows;
    private final Clock clock;
    private final boolean demo;

    DemoMark(SetupMapper rows, Clock clock, Environment environment) {
        this.rows = rows;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Transactional
    public void set() {
        rows.mark(MARK, clock.instant());
    }

    @Override
    public void afterSingletonsInstantiated() {
        var row = rows.read();
        var marked = MARK.equals(row.codeHash());
        if (!demo && marked) {
            throw new IllegalStateException("这个数据库是演示公司的,密码众所周知,不能在演示模式之外启动。请使用另一个数据库,或以 demo 模式启动。"
                    + " This database holds the demo company, whose passwords are known to everybody."
                    + " Use another database, or start with the profile demo.");
        }
        if (demo && !marked && row.doneAt() != null) {
            throw new IllegalStateException("这个数据库属于一家真实的公司,不能以演示模式启动。"
                    + " This database belongs to a real company and cannot be started as the demo.");
        }
    }
}
