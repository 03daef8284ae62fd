package io.tongban.process;

import io.tongban.process.engine.Deployments;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Deploys {@code processes/} and {@code forms/} at start, one deployment per module; unchanged files make no version. */
@Component
class Deployer implements SmartInitializingSingleton {

    private final Deployments deployments;
    private final Wiring wiring;

    Deployer(Deployments deployments, Wiring wiring) {
        this.deployments = deployments;
        this.wiring = wiring;
    }

    @Override
    public void afterSingletonsInstantiated() {
        modules().forEach(this::deploy);
    }

    void deploy(String module, Map<String, byte[]> files) {
        wiring.check(module, files);
        deployments.ship(module, files);
    }

    static Map<String, Map<String, byte[]>> modules() {
        var modules = new TreeMap<String, Map<String, byte[]>>();
        try {
            for (var folder : new String[] {"processes", "forms"}) {
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
