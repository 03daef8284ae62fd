package io.tongban.process;

import io.tongban.process.engine.Deployments;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code processes/} and {@code forms/} at start, one deployment per module; unchanged files make no version. The
 * ready procedures in {@code templates/} are only there to be copied, except where a company is to have all of them.
 */
@Component
class Deployer implements SmartInitializingSingleton {

    private final Deployments deployments;
    private final Wiring wiring;
    private final boolean templatesToo;

    Deployer(Deployments deployments, Wiring wiring, @Value("${tongban.deploy-templates:false}") boolean templatesToo) {
        this.deployments = deployments;
        this.wiring = wiring;
        this.templatesToo = templatesToo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        modules().forEach(this::deploy);
        if (templatesToo) {
            templates().forEach((key, files) -> deploy("template " + key, files));
        }
    }

    void deploy(String module, Map<String, byte[]> files) {
        wiring.check(module, files);
        deployments.ship(module, files);
    }

    static Map<String, Map<String, byte[]>> modules() {
        return filesOf("processes", "forms");
    }

    /** Ready procedures by their key, each with its model, tables and forms. */
    static Map<String, Map<String, byte[]>> templates() {
        return filesOf("templates");
    }

    private static Map<String, Map<String, byte[]>> filesOf(String... folders) {
        var modules = new TreeMap<String, Map<String, byte[]>>();
        try {
            for (var folder : folders) {
                for (var file :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*/*.*")) {
                    var path = file.getURL().getPath().split("/");
                    modules.computeIfAbsent(path[path.length - 2], m -> new TreeMap<>())
                            .put(path[path.length - 1], file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return modules;
    }
}
