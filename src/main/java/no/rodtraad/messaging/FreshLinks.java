package no.rodtraad.messaging;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes secret links in a transaction of their own. They are kept even when sending fails: a mail may have arrived
 * although the connection was lost before the server said so.
 */
@Component
class FreshLinks {

    private final TransactionTemplate ownTransaction;

    FreshLinks(PlatformTransactionManager transactionManager) {
        this.ownTransaction = new TransactionTemplate(transactionManager);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    String make(Supplier<String> link) {
        String made = ownTransaction.execute(status -> link.get());
        if (made == null) {
            throw new IllegalStateException("No link was made");
        }
        return made;
    }
}
