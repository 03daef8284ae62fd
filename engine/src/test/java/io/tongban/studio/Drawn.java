package io.tongban.studio;

import io.tongban.TestClient;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A procedure as a designer draws it: the leader approves, above 1000 the head of the department too. */
final class Drawn {

    static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Gift" targetNamespace="http://tongban.io/bpmn">
              <bpmn:process id="KEY" name="礼品申请" isExecutable="true" camunda:historyTimeToLive="P365D">
                <bpmn:extensionElements>
                  <camunda:properties>
                    <camunda:property name="nameEn" value="Gift" />
                    <camunda:property name="facts" value="amount" />
                    <camunda:property name="title" value="{topic}" />
                    <camunda:property name="numberPrefix" value="LP" />
                  </camunda:properties>
                </bpmn:extensionElements>
                <bpmn:startEvent id="Start_Asked"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
                <bpmn:userTask id="Task_Apply" name="填写申请" camunda:formRef="KEY" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="approver" value="applicant" />
                    <camunda:property name="actions" value="submit" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:userTask id="Task_Leader" name="直接上级审批">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="approver" value="leader" />
                    <camunda:property name="nobody" value="role:hr" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_3</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:exclusiveGateway id="Gateway_Amount" name="超过 1000 元?" default="Flow_Small">
                  <bpmn:incoming>Flow_3</bpmn:incoming><bpmn:outgoing>Flow_Small</bpmn:outgoing><bpmn:outgoing>Flow_Large</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:userTask id="Task_Head" name="部门负责人审批">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="approver" value="head" />
                    <camunda:property name="nobody" value="role:hr" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:incoming>Flow_Large</bpmn:incoming><bpmn:outgoing>Flow_4</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:endEvent id="End_Approved" name="已批准">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="outcome" value="approved" />
                  </camunda:properties></bpmn:extensionElements>
                  <bpmn:incoming>Flow_Small</bpmn:incoming><bpmn:incoming>Flow_4</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_Asked" targetRef="Task_Apply" />
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_Apply" targetRef="Task_Leader" />
                <bpmn:sequenceFlow id="Flow_3" sourceRef="Task_Leader" targetRef="Gateway_Amount" />
                <bpmn:sequenceFlow id="Flow_Small" sourceRef="Gateway_Amount" targetRef="End_Approved" />
                <bpmn:sequenceFlow id="Flow_Large" name="超过" sourceRef="Gateway_Amount" targetRef="Task_Head">
                  <bpmn:conditionExpression>${amount &gt; 1000}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_4" sourceRef="Task_Head" targetRef="End_Approved" />
              </bpmn:process>
            </bpmn:definitions>
            """;

    static final String FORM = """
            {
              "type": "default",
              "id": "KEY",
              "schemaVersion": 18,
              "components": [
                { "id": "Field_Topic", "type": "textfield", "key": "topic", "label": "事由", "validate": { "required": true } },
                { "id": "Field_Amount", "type": "number", "key": "amount", "label": "金额", "validate": { "required": true, "min": 0 } }
              ]
            }
            """;

    /** Who approves, by the amount; the last row is missing. */
    static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_Gift" name="谁批礼品" namespace="http://tongban.io/dmn">
              <decision id="KEY" name="谁批礼品" camunda:historyTimeToLive="P365D">
                <decisionTable id="Table_Gift" hitPolicy="UNIQUE">
                  <input id="Input_Amount" label="金额">
                    <inputExpression id="Expression_Amount" typeRef="double"><text>amount</text></inputExpression>
                  </input>
                  <output id="Output_Approver" name="approver" typeRef="string" />
                  <rule id="Rule_1">
                    <inputEntry id="Rule_1_In"><text>&lt; 1000</text></inputEntry>
                    <outputEntry id="Rule_1_Out"><text>"leader"</text></outputEntry>
                  </rule>
                  <rule id="Rule_2">
                    <inputEntry id="Rule_2_In"><text>&gt; 1000</text></inputEntry>
                    <outputEntry id="Rule_2_Out"><text>"head"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private Drawn() {}

    /** The drawn procedure, in which a table says who approves instead of the leader. */
    static String decided(String key) {
        return model(key)
                .replace("value=\"amount\"", "value=\"amount,who\"")
                .replace("value=\"leader\"", "value=\"decision:who\"")
                .replace(
                        "sourceRef=\"Task_Apply\" targetRef=\"Task_Leader\"",
                        "sourceRef=\"Task_Apply\" targetRef=\"Rule_Who\"")
                .replace(
                        "<bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_3",
                        "<bpmn:incoming>Flow_5</bpmn:incoming><bpmn:outgoing>Flow_3")
                .replace("<bpmn:endEvent", """
                        <bpmn:businessRuleTask id="Rule_Who" name="谁批" camunda:decisionRef="KEY" camunda:decisionRefBinding="deployment" camunda:resultVariable="who" camunda:mapDecisionResult="singleEntry">
                          <bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_5</bpmn:outgoing>
                        </bpmn:businessRuleTask>
                        <bpmn:sequenceFlow id="Flow_5" sourceRef="Rule_Who" targetRef="Task_Leader" />
                        <bpmn:endEvent""".replace("KEY", key));
    }

    static String model(String key) {
        return MODEL.replace("KEY", key);
    }

    static String form(String key) {
        return FORM.replace("KEY", key);
    }

    static String create(TestClient designer, String name, String kind, String source) {
        return designer.post("/api/studio/models", Map.of("name", name, "kind", kind, "source", source))
                .ok()
                .get("id")
                .asString();
    }

    /** Draws model and form; answers the id of the model. */
    static String draw(TestClient designer, String key) {
        create(designer, "礼品表单", "form", form(key));
        return create(designer, "礼品申请", "bpmn", model(key));
    }

    static TestClient.Answer publish(TestClient designer, String id, String note, @Nullable String reason) {
        var body = new HashMap<String, Object>();
        body.put("note", note);
        body.put("reason", reason);
        return designer.post("/api/studio/models/" + id + "/publish", body);
    }

    static JsonNode save(TestClient designer, String id, String source) {
        var revision =
                designer.get("/api/studio/models/" + id).ok().get("revision").asInt();
        return designer.put("/api/studio/models/" + id + "/source", Map.of("source", source, "revision", revision))
                .ok();
    }

    static String key(String base) {
        return base + "-" + Long.toString(System.nanoTime(), 36);
    }
}
