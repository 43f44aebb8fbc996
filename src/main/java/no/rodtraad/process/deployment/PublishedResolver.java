package no.rodtraad.process.deployment;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import no.rodtraad.process.BuildingBlocks;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/** Finds published building blocks by name, and lets only what is published of them be called. */
final class PublishedResolver extends ELResolver {

    private final BuildingBlocks blocks;

    PublishedResolver(BuildingBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null) {
            Optional<Object> block = blocks.find(String.valueOf(property));
            block.ifPresent(found -> context.setPropertyResolved(true));
            return block.orElse(null);
        }
        context.setPropertyResolved(true);
        if (base instanceof DmnDecisionResultEntries row) {
            return row.get(property);
        }
        if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
            return execution.getProcessBusinessKey();
        }
        throw new PropertyNotFoundException("'%s' is not published to diagrams".formatted(property));
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object name, Class<?> @Nullable [] types, Object @Nullable [] given) {
        context.setPropertyResolved(true);
        Object[] arguments = given == null ? new Object[0] : given;
        if (base instanceof DmnDecisionResult result && "getSingleResult".equals(name) && arguments.length == 0) {
            return result.getSingleResult();
        }
        Method method = blocks.method(base, String.valueOf(name), arguments.length)
                .orElseThrow(() -> new MethodNotFoundException("'%s' is not published to diagrams".formatted(name)));
        return call(base, method, coerced(context, method, arguments));
    }

    private static Object[] coerced(ELContext context, Method method, Object[] arguments) {
        ExpressionFactory types = (ExpressionFactory) context.getContext(ExpressionFactory.class);
        Object[] coerced = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            coerced[i] = types.coerceToType(arguments[i], method.getParameterTypes()[i]);
        }
        return coerced;
    }

    private static @Nullable Object call(Object base, Method method, Object[] arguments) {
        try {
            return method.invoke(base, arguments);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        throw new PropertyNotWritableException("Diagrams cannot write to '%s'".formatted(property));
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
