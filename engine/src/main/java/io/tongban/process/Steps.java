package io.tongban.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All steps that modules contribute, by key. */
@Component
class Steps implements SmartInitializingSingleton {

    private record Deed(Object bean, Method method, Step step) {}

    private final ConfigurableListableBeanFactory beans;
    private final JsonMapper json;
    private final Map<String, Deed> deeds = new HashMap<>();
    private boolean collected;

    Steps(ConfigurableListableBeanFactory beans, JsonMapper json) {
        this.beans = beans;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public void afterSingletonsInstantiated() {
        deeds();
    }

    private synchronized Map<String, Deed> deeds() {
        if (!collected) {
            collected = true;
            for (var name : beans.getBeanDefinitionNames()) {
                collect(name);
            }
            deeds.values().forEach(this::check);
        }
        return deeds;
    }

    private void collect(String bean) {
        var type = beans.getType(bean);
        if (type == null || !type.getName().startsWith("io.tongban.")) {
            return;
        }
        var methods = MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<Step>)
                m -> AnnotatedElementUtils.findMergedAnnotation(m, Step.class));
        methods.forEach((method, step) -> add(beans.getBean(bean), method, step));
    }

    private void add(Object bean, Method method, Step step) {
        var invocable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(invocable);
        if (deeds.putIfAbsent(step.value(), new Deed(bean, invocable, step)) != null) {
            throw new IllegalStateException("Step " + step.value() + " is provided twice");
        }
    }

    private void check(Deed deed) {
        var undo = deed.step().undoneBy();
        if (deed.step().effect() == Effect.UNDOABLE && !deeds.containsKey(undo)) {
            throw new IllegalStateException("Step " + deed.step().value() + " is undone by the unknown step " + undo);
        }
        var condition = deed.step().undoableIf();
        if (!condition.isEmpty() && !deeds.containsKey(condition)) {
            throw new IllegalStateException("Step " + deed.step().value() + " asks the unknown step " + condition);
        }
    }

    /** By key, the names that a step takes and gives. */
    Map<String, Set<String>> names() {
        return deeds().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> names(entry.getValue().method())));
    }

    /** What a step is given. */
    Class<?>[] takes(String key) {
        var deed = deeds().get(key);
        return deed == null ? new Class<?>[0] : deed.method().getParameterTypes();
    }

    /** What a step gives. */
    Class<?> givesType(String key) {
        var deed = deeds().get(key);
        return deed == null ? void.class : deed.method().getReturnType();
    }

    /** Names of what a step gives. */
    Set<String> gives(String key) {
        var deed = deeds().get(key);
        return deed == null || !deed.method().getReturnType().isRecord()
                ? Set.of()
                : Stream.of(deed.method().getReturnType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());
    }

    private static Set<String> names(Method method) {
        return Stream.concat(Stream.of(method.getParameterTypes()), Stream.of(method.getReturnType()))
                .filter(type -> type.isRecord() && type != StepContext.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    Step get(String key) {
        var deed = deeds().get(key);
        if (deed == null) {
            throw new IllegalArgumentException("Unknown step " + key);
        }
        return deed.step();
    }

    /** Runs a step; values are offered by name, what it returns comes back by name. */
    Map<String, Object> run(String key, Map<String, Object> values, StepContext context) {
        var deed = deeds().get(key);
        if (deed == null) {
            throw new IllegalArgumentException("Unknown step " + key);
        }
        var types = deed.method().getParameterTypes();
        var args = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            args[i] = types[i] == StepContext.class ? context : json.convertValue(values, types[i]);
        }
        return byName(invoke(deed, args));
    }

    private static @org.jspecify.annotations.Nullable Object invoke(Deed deed, Object[] args) {
        try {
            return deed.method().invoke(deed.bean(), args);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> byName(@org.jspecify.annotations.Nullable Object out) {
        var named = new LinkedHashMap<String, Object>();
        if (out != null) {
            for (var component : out.getClass().getRecordComponents()) {
                ReflectionUtils.makeAccessible(component.getAccessor());
                var value = ReflectionUtils.invokeMethod(component.getAccessor(), out);
                if (value != null) {
                    named.put(component.getName(), value);
                }
            }
        }
        return named;
    }
}
