package no.rodtraad.process.deployment;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterator;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;

/**
 * The part of FEEL that tables and forms may use: names, literals, comparisons, arithmetic, choices and a few functions. No
 * loops, no functions of one's own, and no way into Java.
 */
final class FeelGrammar {

    private static final int LONGEST = 1000;
    private static final int DEEPEST = 8;

    private static final Set<String> NODES = Set.of(
            "::",
            "Nil",
            "Conjunction",
            "Disjunction",
            "Not",
            "Equal",
            "LessThan",
            "LessOrEqual",
            "GreaterThan",
            "GreaterOrEqual",
            "In",
            "InputEqualTo",
            "InputLessThan",
            "InputLessOrEqual",
            "InputGreaterThan",
            "InputGreaterOrEqual",
            "InputInRange",
            "ConstRange",
            "ClosedConstRangeBoundary",
            "OpenConstRangeBoundary",
            "AtLeastOne",
            "UnaryTestExpression",
            "ConstInputValue",
            "ConstNull",
            "ConstBool",
            "ConstNumber",
            "ConstString",
            "ConstDate",
            "ConstDateTime",
            "ConstLocalDateTime",
            "ConstTime",
            "ConstLocalTime",
            "ConstYearMonthDuration",
            "ConstDayTimeDuration",
            "ConstList",
            "If",
            "Addition",
            "Subtraction",
            "Multiplication",
            "Division",
            "ArithmeticNegation",
            "Ref",
            "FunctionInvocation",
            "PositionalFunctionParameters");

    private static final Set<String> FUNCTIONS = Set.of(
            "contains",
            "starts with",
            "ends with",
            "upper case",
            "lower case",
            "string length",
            "list contains",
            "count",
            "min",
            "max",
            "is defined",
            "date",
            "number",
            "string",
            "not");

    private final FeelEngineApi parser = FeelEngineBuilder.forJava().build();

    /** @return what is wrong, as a sentence */
    Optional<String> expressionProblem(String text) {
        return isTooMuch(text) ? tooMuch() : problem(text, parser.parseExpression(text));
    }

    /** The same for what a table compares with, e.g. {@code "a","b"}, {@code > 3} or {@code -}. */
    Optional<String> testProblem(String text) {
        return isTooMuch(text) ? tooMuch() : problem(text, parser.parseUnaryTests(text));
    }

    private static Optional<String> problem(String text, ParseResult result) {
        if (result.isFailure()) {
            return Optional.of("«%s» kan ikke leses som FEEL.".formatted(text));
        }
        return isAllowed(result.parsedExpression().expression())
                ? Optional.empty()
                : Optional.of("«%s» bruker noe av FEEL som ikke kan brukes her.".formatted(text));
    }

    private static boolean isAllowed(Object part) {
        if (!(part instanceof Product node)) {
            return true;
        }
        boolean isPath = node instanceof Ref name && name.names().size() > 1;
        boolean isForeign = node instanceof FunctionInvocation call && !FUNCTIONS.contains(call.function());
        if (!NODES.contains(node.productPrefix()) || isPath || isForeign) {
            return false;
        }
        Iterator<Object> children = node.productIterator();
        while (children.hasNext()) {
            if (!isAllowed(children.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTooMuch(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            if ("([{".indexOf(text.charAt(i)) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(text.charAt(i)) >= 0) {
                depth--;
            }
        }
        return text.length() > LONGEST || deepest > DEEPEST;
    }

    private static Optional<String> tooMuch() {
        return Optional.of(
                "Uttrykket er lengre enn %d tegn eller har for mange parenteser i hverandre.".formatted(LONGEST));
    }
}
