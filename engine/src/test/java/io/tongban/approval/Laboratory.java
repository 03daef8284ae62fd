package io.tongban.approval;

import io.tongban.TestCompany;
import io.tongban.kernel.Ids;
import io.tongban.org.Departments;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A department of its own for one test: 实验室, headed by boss (总监, led by he.jing), with 一组 in it, headed by lead (组长,
 * led by boss), and two 工程师 in the group, ann and ben, led by lead.
 */
final class Laboratory {

    final String name;
    final String unit;
    final String group;
    final String boss;
    final String lead;
    final String ann;
    final String ben;

    Laboratory(TestCompany company, Departments departments, TransactionTemplate transaction) {
        name = "实验室 " + Ids.next().substring(24);
        boss = company.employ("鲍总监", "he.jing");
        lead = company.employ("李组长", boss);
        ann = company.employ("安工", lead);
        ben = company.employ("本工", lead);
        unit = departments.add(departments.root().orElseThrow().id(), name, 9).id();
        group = departments.add(unit, "一组", 1).id();
        transaction.executeWithoutResult(status -> {
            departments.join(company.id(boss), unit, "总监", true);
            departments.join(company.id(lead), group, "组长", true);
            departments.join(company.id(ann), group, "工程师", true);
            departments.join(company.id(ben), group, "工程师", true);
            departments.setHead(unit, company.id(boss));
            departments.setHead(group, company.id(lead));
        });
    }

    /** The department as a rule names it. */
    String named() {
        return name.replace(' ', '_');
    }
}
