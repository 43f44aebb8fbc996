package no.rodtraad.move;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.rodtraad.process.CaseMoves;
import no.rodtraad.process.DrawnProcesses.Version;
import no.rodtraad.process.MovePlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;

/** Moves a case and writes it down, both or neither. */
@Component
class Mover {

    private final CaseMoves moves;
    private final CaseMoveLog log;
    private final ObjectMapper json;

    Mover(CaseMoves moves, CaseMoveLog log, ObjectMapper json) {
        this.moves = moves;
        this.log = log;
        this.json = json;
    }

    /**
     * @param versions of the case's municipality
     * @throws no.rodtraad.process.MoveRefused when nothing was moved
     */
    @Transactional
    void move(MovePlan plan, List<Version> versions, String userId, String reason) {
        log.add(plan, text(plan), version(versions, plan.from()), version(versions, plan.to()), userId, reason);
        moves.move(plan);
    }

    /** The same for equal plans only, so that a page can tell which plan somebody has seen. */
    String fingerprint(MovePlan plan) {
        return DigestUtils.md5DigestAsHex(text(plan).getBytes(StandardCharsets.UTF_8));
    }

    private String text(MovePlan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Version version(List<Version> versions, String id) {
        return versions.stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no version " + id));
    }
}
