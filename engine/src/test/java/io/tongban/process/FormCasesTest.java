package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.calendar.WorkingCalendar;
import io.tongban.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One schema means the same to browser and server: the browser's tests read the same cases. */
@ProductTest
class FormCasesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final String TABLE = """
            {"components": [
              {"type": "number", "key": "budget", "label": "预算"},
              {"type": "dynamiclist", "path": "lines", "label": "明细", "validate": {"required": true}, "components": [
                {"type": "textfield", "key": "item", "label": "品名", "validate": {"required": true}},
                {"type": "number", "key": "price", "label": "单价"},
                {"type": "number", "key": "count", "label": "数量"},
                {"type": "textfield", "key": "why", "label": "理由", "validate": {"required": true},
                  "conditional": {"hide": "=price = null or price < 1000"}},
                {"type": "expression", "key": "sum", "expression": "=price * count", "properties": {"label": "小计"}},
                {"type": "expression", "key": "share", "expression": "=price * count / budget",
                  "properties": {"label": "占比", "decimals": "4"}}]},
              {"type": "expression", "key": "total", "expression": "=sum(lines.sum)",
                "properties": {"label": "合计", "component": "money", "capitals": "true"}}]}
            """;

    @Autowired
    Answers answers;

    @Autowired
    Formulas formulas;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    TestCompany company;

    private static JsonNode cases(String name) {
        try (var file = FormCasesTest.class.getResourceAsStream("/form-cases.json")) {
            return JSON.readTree(file).path(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormSchema form(String components) {
        return new FormSchema(JSON.readTree("{\"components\": [" + components + "]}"));
    }

    private Map<String, Object> merge(FormSchema form, Map<String, Object> given) {
        return answers.merge(company.actor("chen.yu"), form, Map.of(), given, Rights.ALL);
    }

    @Test
    void an_answer_is_taken_or_refused_for_the_same_reason() {
        var cases = cases("answers");
        assertThat(cases.size()).isGreaterThan(30);
        for (var one : cases) {
            var node = one.get("field").toString();
            var form = form("{\"key\": \"x\", \"label\": \"X\", " + node.substring(1));
            var given = new LinkedHashMap<String, Object>();
            given.put("x", JSON.convertValue(one.get("value"), Object.class));
            assertThat(faults(form, given))
                    .as(one.get("what").asString())
                    .isEqualTo(
                            one.get("fault").isNull()
                                    ? List.of()
                                    : List.of("process:" + one.get("fault").asString()));
        }
    }

    private List<String> faults(FormSchema form, Map<String, Object> given) {
        try {
            merge(form, given);
            return List.of();
        } catch (Problem problem) {
            return problem.errors().stream().map(Problem.FieldError::code).toList();
        }
    }

    @Test
    void a_formula_comes_to_the_same_result() {
        for (var one : cases("formulas")) {
            var fields = new ArrayList<String>();
            for (var name : one.get("fields")) {
                fields.add(
                        name.asString().equals("lines")
                                ? "{\"type\":\"dynamiclist\",\"path\":\"lines\",\"components\":[{\"type\":\"number\",\"key\":\"price\"}]}"
                                : "{\"type\":\"number\",\"key\":\"" + name.asString() + "\"}");
            }
            var formula = JSON.createObjectNode().put("type", "expression").put("key", "result");
            formula.put("expression", one.get("formula").asString());
            formula.putObject("properties").put("decimals", one.path("decimals").asString(""));
            var form = form(String.join(",", fields) + "," + formula);
            var given = JSON.convertValue(one.get("answers"), ANSWERS);
            formulas.reckon(form, given);
            assertThat(plain(given.get("result")))
                    .as(one.get("what").asString())
                    .isEqualTo(plain(JSON.convertValue(one.get("result"), Object.class)));
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }

    @Test
    void a_sum_is_written_in_the_same_capitals() {
        for (var one : cases("capitals")) {
            assertThat(Capitals.of(new BigDecimal(one.get("sum").asString())))
                    .isEqualTo(one.get("words").asString());
        }
    }

    private static Map<String, Object> rows(int count, Object price) {
        var rows = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
            rows.add(Map.of("item", "第 " + i + " 件", "price", price, "count", 2, "sum", 1));
        }
        return new LinkedHashMap<>(Map.of("budget", 1000, "lines", rows));
    }

    @Test
    void a_table_of_five_hundred_lines_is_checked_and_reckoned_line_by_line() {
        var form = new FormSchema(JSON.readTree(TABLE));
        var merged = merge(form, rows(500, "12.50"));
        assertThat(merged).containsEntry("total", 12500);
        assertThat(((List<?>) merged.getOrDefault("lines", List.of())).get(499))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .as("what the browser says the line comes to is not taken")
                .containsEntry("sum", 25)
                .containsEntry("share", 0.025);
        assertThat(faults(form, rows(501, 1))).containsExactly("process:too-many-rows");
        assertThat(faults(form, rows(500, 1000)))
                .as("a dear line needs a reason")
                .hasSize(500);
    }

    @Test
    void a_division_by_zero_has_no_result_and_is_refused_in_words_where_one_is_needed() {
        var form = new FormSchema(JSON.readTree(TABLE));
        var given = rows(2, 10);
        given.put("budget", 0);
        var merged = merge(form, given);
        assertThat(((List<?>) merged.getOrDefault("lines", List.of())).get(0))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .doesNotContainKey("share")
                .containsEntry("sum", 20);
        var strict = new FormSchema(
                JSON.readTree(TABLE.replace("\"decimals\": \"4\"", "\"decimals\": \"4\", \"required\": \"true\"")));
        assertThat(faults(strict, given)).containsExactly("process:no-result", "process:no-result");
    }

    @Test
    void working_days_are_counted_by_the_calendar_of_the_company_and_not_taken_from_anybody() {
        var form = form("""
                {"type": "datetime", "subtype": "date", "key": "start", "dateLabel": "从"},
                {"type": "datetime", "subtype": "date", "key": "end", "dateLabel": "到"},
                {"type": "number", "key": "days", "label": "工作日", "readonly": true,
                  "properties": {"component": "working-days", "from": "start", "to": "end"}}""");
        assertThat(merge(form, Map.of("start", "2026-09-28", "end", "2026-10-11", "days", 99)))
                .as("the days of the National Day holiday are none")
                .containsEntry("days", workingDays("2026-09-28", "2026-10-11"));
        assertThat(merge(form, Map.of("start", "2026-10-11", "end", "2026-09-28")))
                .doesNotContainKey("days");
        assertThat(merge(form, Map.of("start", "1026-10-11", "end", "2026-09-28")))
                .doesNotContainKey("days");
    }

    private int workingDays(String from, String to) {
        return (int) calendar.days(LocalDate.parse(from), LocalDate.parse(to)).stream()
                .filter(day -> day.kind().working())
                .count();
    }
}
