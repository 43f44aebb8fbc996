package no.rodtraad.process;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What a diagram may use of ours: steps by name, and methods marked {@link ForDiagrams}. */
@Component
public class BuildingBlocks {

    private final ListableBeanFactory beans;
    private final SingletonSupplier<Set<String>> steps;
    private final SingletonSupplier<Set<String>> callable;

    public BuildingBlocks(ListableBeanFactory beans) {
        this.beans = beans;
        this.steps = SingletonSupplier.of(
                () -> new TreeSet<>(List.of(beans.getBeanNamesForType(JavaDelegate.class, false, false))));
        this.callable =
                SingletonSupplier.of(() -> new TreeSet<>(List.of(beans.getBeanNamesForAnnotation(ForDiagrams.class))));
    }

    /** Names of the steps: {@code sendOffer} for {@code camunda:delegateExpression="${sendOffer}"}. */
    public Set<String> steps() {
        return Set.copyOf(steps.obtain());
    }

    /** What may be called, as it is written: {@code deadline.due}, {@code surveyDate.afterDeadline}. */
    public Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        for (String bean : callable.obtain()) {
            methods(bean).forEach(method -> calls.add(bean + "." + method.getName()));
        }
        return calls;
    }

    /** The method with so many arguments, if it is published. */
    public Optional<Method> method(String bean, String name, int arguments) {
        return callable.obtain().contains(bean)
                ? methods(bean).stream()
                        .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                        .findFirst()
                : Optional.empty();
    }

    /** The same for a bean itself. */
    public Optional<Method> method(Object bean, String name, int arguments) {
        Class<?> type = AopUtils.getTargetClass(bean);
        return type.isAnnotationPresent(ForDiagrams.class)
                ? methods(type).stream()
                        .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                        .findFirst()
                : Optional.empty();
    }

    /** A step, or a bean with something to call. */
    public Optional<Object> find(String name) {
        return callable.obtain().contains(name) || steps.obtain().contains(name)
                ? Optional.of(beans.getBean(name))
                : Optional.empty();
    }

    private Set<Method> methods(String bean) {
        @Nullable Class<?> type = beans.getType(bean);
        return type == null ? Set.of() : methods(type);
    }

    private static Set<Method> methods(Class<?> type) {
        return MethodIntrospector.selectMethods(
                type, (Method method) -> AnnotatedElementUtils.hasAnnotation(method, ForDiagrams.class));
    }
}
