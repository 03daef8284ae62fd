package io.tongban.process;

import java.util.List;
import java.util.Map;

/**
 * Why a request went the way it went: a gateway that chose a flow, or a decision table with the rules that matched.
 *
 * @param at element id of the gateway or of the task that asked the table
 * @param flow id of the flow, empty for a table
 * @param decision key of the table, empty for a gateway
 * @param facts what it looked at
 */
record PathLine(String at, String flow, String decision, List<String> rules, Map<String, String> facts) {}
