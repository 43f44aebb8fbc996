package no.rodtraad.tasklist;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the patched scripts and our own texts. The patterns are narrower than those of the web applications, so they win whatever the
 * order of the configurations. A patch that does not fit stops the start.
 */
@Configuration(proxyBeanMethods = false)
class WebappResources implements WebMvcConfigurer {

    private record Served(ScriptPatch patch, PatchedScript script) {}

    private final List<Served> scripts = WebappPatches.ALL.stream()
            .map(patch -> new Served(patch, new PatchedScript(patch)))
            .toList();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (Served served : scripts) {
            ScriptPatch patch = served.patch();
            registry.addResourceHandler("/camunda/" + patch.folder() + "*.js")
                    .addResourceLocations("classpath:/" + ScriptPatch.ROOT + patch.folder())
                    .setCacheControl(CacheControl.noCache())
                    .setEtagGenerator(served.script()::etagOf)
                    .resourceChain(true)
                    .addTransformer(served.script());
        }
        registry.addResourceHandler(
                        "/camunda/app/*/locales/*.json", "/camunda/app/*/scripts/*.js", "/camunda/app/*/styles/*.css")
                .addResourceLocations("classpath:/" + ScriptPatch.ROOT + "app/")
                .setCacheControl(CacheControl.noCache())
                .setEtagGenerator(Etags::ofContent);
    }
}
