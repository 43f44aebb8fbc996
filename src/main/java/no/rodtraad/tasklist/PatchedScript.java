package no.rodtraad.tasklist;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Serves the script that was patched at start-up in place of the one in the jar; everything else passes through. */
final class PatchedScript implements ResourceTransformer {

    private final String file;
    private final byte[] content;
    private final String etag;

    PatchedScript(ScriptPatch patch) {
        file = patch.file();
        content = patch.applyTo(patch.original()).getBytes(StandardCharsets.UTF_8);
        etag = Etags.of(content);
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource original = chain.transform(request, resource);
        return isPatched(original) ? new TransformedResource(original, content) : original;
    }

    String etagOf(Resource resource) {
        return isPatched(resource) ? etag : Etags.ofContent(resource);
    }

    private boolean isPatched(Resource resource) {
        return file.equals(resource.getFilename());
    }
}
