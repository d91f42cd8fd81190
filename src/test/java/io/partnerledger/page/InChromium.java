package io.partnerledger.page;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test a visit to the page in a real browser; where there is no browser, says so once and skips. */
final class InChromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final String MISSING = "No chromium on the PATH: the page is not walked.";
    private static final Namespace NAMESPACE = Namespace.create(InChromium.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.installed().isPresent()) {
            return ConditionEvaluationResult.enabled("chromium is there");
        }
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(MISSING, InChromium::say, String.class);
        return ConditionEvaluationResult.disabled(MISSING);
    }

    private static String say(String line) {
        System.err.println(line);
        return line;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Visit resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chromium.class, type -> Chromium.start(), Chromium.class);
        return context.getStore(NAMESPACE).computeIfAbsent(Visit.class, type -> chromium.visit(), Visit.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visit visit = context.getStore(NAMESPACE).get(Visit.class, Visit.class);
        if (visit != null && context.getExecutionException().isEmpty()) {
            visit.endsWithoutComplaint();
        }
    }
}
