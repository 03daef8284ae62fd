package io.tongban.process.engine;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that were deployed together: those that come with the product, by module, and those that people publish, by
 * process. Of a process the newest version runs, wherever it came from.
 */
@Component
public class Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);
    private static final String SHIPPED = "tongban";
    private static final String PUBLISHED = "studio";

    /** One version of a process; {@code shipped} when it came with the product. */
    public record Version(String definitionId, int version, Instant at, boolean shipped) {}

    private final ProcessEngine engine;
    private final Engine port;
    private final Models models;
    private final TransactionTemplate apart;
    private final Map<String, Map<String, byte[]>> bundles = new ConcurrentHashMap<>();

    Deployments(ProcessEngine engine, Engine port, Models models, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.port = port;
        this.models = models;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Deploys what a module ships; nothing happens when all of it is as it was. A process that people have published since
     * goes on in their version, unless what the product ships of it has changed.
     */
    public void ship(String module, Map<String, byte[]> files) {
        var own = new LinkedHashMap<>(files);
        for (var file : files.keySet()) {
            if (file.endsWith(".bpmn") && publishedSince(module, file, files)) {
                own.remove(file);
            }
        }
        if (own.keySet().stream().noneMatch(file -> file.endsWith(".bpmn")) && own.size() < files.size()) {
            return;
        }
        deploy(module, SHIPPED, own, true);
    }

    private boolean publishedSince(String module, String file, Map<String, byte[]> files) {
        var definition = repository()
                .createProcessDefinitionQuery()
                .processDefinitionKey(file.substring(0, file.lastIndexOf('.')))
                .latestVersion()
                .singleResult();
        if (definition == null || !PUBLISHED.equals(deployment(definition).getSource())) {
            return false;
        }
        var before = shippedBefore(module, file);
        var same = before != null
                && Bundle.of(file, files).entrySet().stream().allMatch(entry -> {
                    var was = models.resource(before, entry.getKey());
                    return was != null && Arrays.equals(was, entry.getValue());
                });
        if (!same) {
            LOG.warn(
                    "{} changed in the product: it replaces version {}, which was published in the studio",
                    file,
                    definition.getVersion());
        }
        return same;
    }

    /** The deployment in which the module shipped this file the last time; null when it never did. */
    private @Nullable String shippedBefore(String module, String file) {
        return repository()
                .createDeploymentQuery()
                .deploymentName(module)
                .deploymentSource(SHIPPED)
                .orderByDeploymentTime()
                .desc()
                .list()
                .stream()
                .map(Deployment::getId)
                .filter(id -> models.resource(id, file) != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * Publishes a process with the forms and decisions that it names, as a version of its own.
     *
     * @throws Unparsable when the engine does not understand it
     */
    public Version publish(String key, Map<String, byte[]> files) throws Unparsable {
        try {
            var made = deploy(key, PUBLISHED, files, false).getDeployedProcessDefinitions().stream()
                    .filter(definition -> definition.getKey().equals(key))
                    .findFirst()
                    .orElseThrow();
            return version(made);
        } catch (ParseException e) {
            throw new Unparsable(findings(e));
        } catch (ProcessEngineException e) {
            if (new EngineCollision().is(e)) {
                throw e;
            }
            throw new Unparsable(List.of(refused(key, e)));
        }
    }

    /** What the engine says against these files; nothing stays of it. */
    public List<Finding> rehearse(String key, Map<String, byte[]> files) {
        try {
            apart.executeWithoutResult(status -> {
                status.setRollbackOnly();
                deploy(key, PUBLISHED, files, false);
            });
            return List.of();
        } catch (ParseException e) {
            return findings(e);
        } catch (ProcessEngineException e) {
            if (new EngineCollision().is(e)) {
                throw e;
            }
            return List.of(refused(key, e));
        } finally {
            port.forgetLatest();
        }
    }

    private DeploymentWithDefinitions deploy(
            String name, String source, Map<String, byte[]> files, boolean onlyChanged) {
        var deployment = repository().createDeployment().name(name).source(source);
        if (onlyChanged) {
            deployment.enableDuplicateFiltering(false);
        }
        files.forEach((file, bytes) -> deployment.addInputStream(file, new ByteArrayInputStream(bytes)));
        var made = deployment.deployWithResult();
        port.forgetLatest();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    port.forgetLatest();
                }
            });
        }
        return made;
    }

    private static List<Finding> findings(ParseException failure) {
        var found = new ArrayList<Finding>();
        for (var report : failure.getResorceReports()) {
            for (var error : report.getErrors()) {
                var element = error.getMainElementId();
                found.add(new Finding(
                        Objects.requireNonNullElse(report.getResourceName(), ""),
                        element == null ? "" : element,
                        Math.max(1, error.getLine()),
                        "engine",
                        "the engine does not understand it: " + error.getMessage()));
            }
        }
        return found.isEmpty() ? List.of(refused("", failure)) : found;
    }

    private static Finding refused(String key, ProcessEngineException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return new Finding(key + ".bpmn", key, 1, "engine", "the engine does not understand it: " + cause.getMessage());
    }

    /** All versions of a process, the newest first. */
    public List<Version> versions(String key) {
        return repository()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(this::version)
                .toList();
    }

    private Version version(ProcessDefinition definition) {
        var deployment = deployment(definition);
        return new Version(
                definition.getId(),
                definition.getVersion(),
                deployment.getDeploymentTime().toInstant(),
                !PUBLISHED.equals(deployment.getSource()));
    }

    /** A version's model, forms and decisions, by the name of the file; the model comes first. */
    public Map<String, byte[]> files(String definitionId) {
        return bundles.computeIfAbsent(definitionId, this::read);
    }

    private Map<String, byte[]> read(String definitionId) {
        var definition = repository().getProcessDefinition(definitionId);
        var deployment = definition.getDeploymentId();
        var name = definition.getResourceName();
        var files = new LinkedHashMap<String, byte[]>();
        var model = Objects.requireNonNull(models.resource(deployment, name));
        files.put(name, model);
        for (var other : Bundle.names(model)) {
            var bytes = models.resource(deployment, other);
            if (bytes != null) {
                files.put(other, bytes);
            }
        }
        return files;
    }

    private Deployment deployment(ProcessDefinition definition) {
        return repository()
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
    }

    private RepositoryService repository() {
        return engine.getRepositoryService();
    }
}
