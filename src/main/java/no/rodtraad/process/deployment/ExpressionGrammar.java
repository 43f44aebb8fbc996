package no.rodtraad.process.deployment;

import java.util.Optional;
import java.util.Set;
import no.rodtraad.process.BuildingBlocks;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * The small language of diagrams: declared variables, literals, comparisons, arithmetic, and calls of published building
 * blocks. The engine's own parser reads it, and only the kinds of nodes that stand here are taken.
 */
final class ExpressionGrammar {

    private static final int LONGEST = 400;
    private static final String EXECUTION = "execution";
    private static final String BUSINESS_KEY = "execution.processBusinessKey";
    private static final String DECISION = "decisionResult.getSingleResult()";

    private static final Set<Class<? extends Node>> PLAIN = Set.of(
            AstEval.class,
            AstComposite.class,
            AstText.class,
            AstNested.class,
            AstBinary.class,
            AstUnary.class,
            AstChoice.class,
            AstBoolean.class,
            AstNull.class,
            AstNumber.class,
            AstString.class);

    private final Builder parser = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private final BuildingBlocks blocks;
    private final Set<String> variables;

    /** @param variables what an expression may name */
    ExpressionGrammar(BuildingBlocks blocks, Set<String> variables) {
        this.blocks = blocks;
        this.variables = variables;
    }

    /** @return what is wrong with a text that may have expressions in it, as a sentence */
    Optional<String> problem(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return Optional.empty();
        }
        try {
            check(parse(text));
            return Optional.empty();
        } catch (NotAllowed e) {
            return Optional.of(e.getMessage());
        }
    }

    /** @return what is wrong with a text that must name a step and nothing else, as a sentence */
    Optional<String> stepProblem(String text) {
        try {
            Node root = parse(text.strip());
            return root instanceof AstEval
                            && root.getChild(0) instanceof AstIdentifier step
                            && blocks.steps().contains(step.getName())
                    ? Optional.empty()
                    : Optional.of("«%s» er ingen av stegene i Rød tråd.".formatted(text));
        } catch (NotAllowed e) {
            return Optional.of(e.getMessage());
        }
    }

    private Node parse(String text) throws NotAllowed {
        if (text.length() > LONGEST) {
            throw new NotAllowed("Uttrykket er lengre enn %d tegn.".formatted(LONGEST));
        }
        try {
            return parser.build(text).getRoot();
        } catch (TreeBuilderException e) {
            throw new NotAllowed("Uttrykket «%s» kan ikke leses.".formatted(text));
        }
    }

    private void check(Node node) throws NotAllowed {
        if (node instanceof AstIdentifier identifier) {
            checkVariable(identifier.getName());
        } else if (node instanceof AstDot dot) {
            checkProperty(dot);
        } else if (node instanceof AstMethod call) {
            checkCall(call);
        } else if (PLAIN.contains(node.getClass())) {
            for (int i = 0; i < node.getCardinality(); i++) {
                check(node.getChild(i));
            }
        } else {
            throw new NotAllowed("«%s» kan ikke brukes i et uttrykk.".formatted(written(node)));
        }
    }

    private void checkVariable(String name) throws NotAllowed {
        if (!variables.contains(name)) {
            throw new NotAllowed("«%s» er ingen erklært opplysning.".formatted(name));
        }
    }

    private static void checkProperty(AstDot dot) throws NotAllowed {
        boolean isResult = written(dot.getChild(0)).equals(DECISION);
        if (!isResult && !written(dot).equals(BUSINESS_KEY)) {
            throw new NotAllowed("«%s» kan ikke brukes i et uttrykk.".formatted(written(dot)));
        }
    }

    private void checkCall(AstMethod call) throws NotAllowed {
        if (written(call).equals(DECISION)) {
            return;
        }
        Node callee = call.getChild(0);
        Node arguments = call.getChild(1);
        boolean isPublished = callee.getChild(0) instanceof AstIdentifier bean
                && callee instanceof AstDot dot
                && blocks.method(bean.getName(), nameOf(dot), arguments.getCardinality())
                        .isPresent();
        if (!isPublished) {
            throw new NotAllowed("«%s» er ingen byggekloss i Rød tråd.".formatted(written(call)));
        }
        for (int i = 0; i < arguments.getCardinality(); i++) {
            Node argument = arguments.getChild(i);
            if (!(argument instanceof AstIdentifier given && given.getName().equals(EXECUTION))) {
                check(argument);
            }
        }
    }

    private static String nameOf(AstDot dot) {
        return written(dot).substring(written(dot.getChild(0)).length() + 1);
    }

    private static String written(Node node) {
        StringBuilder text = new StringBuilder();
        ((AstNode) node).appendStructure(text, null);
        return text.toString();
    }

    private static final class NotAllowed extends Exception {

        private static final long serialVersionUID = 1L;

        private NotAllowed(String sentence) {
            super(sentence);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
