package io.tongban.demo;

import io.tongban.access.DemoMark;
import io.tongban.org.Departments;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the demo company, all of it or nothing, and says who can sign in. */
@Component
@Profile("demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoCompany implements ApplicationRunner {

    private static final Duration BEFORE = Duration.ofDays(150);

    private final Departments departments;
    private final DemoPeople people;
    private final DemoClock clock;
    private final DemoMark mark;
    private final List<DemoPart> parts;
    private final TransactionTemplate transaction;
    private final Environment environment;

    DemoCompany(
            Departments departments,
            DemoPeople people,
            DemoClock clock,
            DemoMark mark,
            List<DemoPart> parts,
            TransactionTemplate transaction,
            Environment environment) {
        this.departments = departments;
        this.people = people;
        this.clock = clock;
        this.mark = mark;
        this.parts = parts;
        this.transaction = transaction;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(t -> {
            if (departments.root().isEmpty()) {
                mark.set();
                // They were here before anything that the demo says they did.
                clock.at(clock.instant().minus(BEFORE), people::make);
                parts.forEach(part -> part.make(people));
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.printf("""

                通办演示公司已启动  The demo company is ready
                  http://localhost:%s
                  密码 password  %s
                  chen.yu    员工 employee, 研发部
                  zhao.min   直接上级 her leader
                  sun.lei    部门负责人 head of 研发部
                  he.jing    总经理 head of the company
                  wang.hr    人力资源 HR            li.cw      财务 finance
                  zhou.it    信息技术 IT            lin.lc     流程设计 process designer
                  gao.admin  系统管理员 administrator  wu.xs      员工 employee, 销售部

                """, environment.getProperty("local.server.port", "8080"), DemoPeople.PASSWORD);
    }
}
