package no.rodtraad.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.rodtraad.process.ApplicationFiles;
import no.rodtraad.process.BaseFiles;
import no.rodtraad.process.Municipalities;
import no.rodtraad.process.ReleaseRefused;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes bases and own files by deploying, in one transaction with what is noted about them. */
@Component
class EngineBaseFiles implements BaseFiles {

    private final Bases bases;
    private final Releases releases;
    private final Municipalities municipalities;
    private final ObjectProvider<RepositoryService> repository;

    EngineBaseFiles(
            Bases bases,
            Releases releases,
            Municipalities municipalities,
            ObjectProvider<RepositoryService> repository) {
        this.bases = bases;
        this.releases = releases;
        this.municipalities = municipalities;
        this.repository = repository;
    }

    @Override
    public Map<String, String> base(String tenantId) {
        return bases.of(tenantId).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().text()));
    }

    @Override
    public List<OwnFile> own(String tenantId) {
        Map<String, Base> base = bases.of(tenantId);
        Map<String, Base> madeFrom = bases.madeFrom(tenantId);
        List<OwnFile> own = new ArrayList<>();
        new TreeMap<>(releases.own(tenantId, ""))
                .forEach((name, text) -> own.add(new OwnFile(name, text, madeFrom.get(name), base.get(name))));
        return own;
    }

    @Override
    @Transactional
    public void follow(String tenantId, String name, String reason, String userId) {
        @Nullable Base base = bases.of(tenantId).get(name);
        if (base == null) {
            throw new IllegalArgumentException("There is no base for " + name);
        }
        deploy(tenantId, Map.of(name, base.text()), StaffDeployment.own(engine(), userId, reason));
    }

    @Override
    @Transactional
    public void keep(String tenantId, String name) {
        bases.isSeen(tenantId, name);
    }

    @Override
    @Transactional
    public void merge(String tenantId, String name, String text, String reason, String userId) {
        deploy(tenantId, Map.of(name, text), StaffDeployment.own(engine(), userId, reason));
        bases.isSeen(tenantId, name);
    }

    @Override
    public List<RegionChange> regionHistory() {
        return bases.regionHistory();
    }

    @Override
    @Transactional
    public void putInForceForAll(Map<String, String> files, String reason, String userId) {
        Map<String, String> application = ApplicationFiles.read();
        named(application, files).forEach((name, text) -> bases.regionIs(name, text, reason, userId));
        deployForAll(application, reason, userId);
    }

    @Override
    @Transactional
    public void takeAwayForAll(String name, String reason, String userId) {
        bases.regionIs(name, null, reason, userId);
        deployForAll(ApplicationFiles.read(), reason, userId);
    }

    private Map<String, String> named(Map<String, String> application, Map<String, String> files) {
        try {
            Release base = Release.of(application)
                    .with(Release.of(bases.region()).files().values())
                    .release();
            Release.Next next = base.with(Release.of(files).files().values());
            Map<String, String> named = new TreeMap<>(next.release().texts());
            named.keySet().retainAll(next.names());
            return named;
        } catch (Unreadable e) {
            throw new ReleaseRefused(null, List.of(e.finding()));
        }
    }

    private void deployForAll(Map<String, String> application, String reason, String userId) {
        municipalities
                .tenantIds()
                .forEach(tenant -> deploy(tenant, application, StaffDeployment.base(engine(), userId, reason)));
    }

    private static void deploy(String tenantId, Map<String, String> files, StaffDeployment deployment) {
        deployment.tenantId(tenantId);
        files.forEach(deployment::addString);
        try {
            deployment.deploy();
        } catch (ParseException e) {
            throw new ReleaseRefused(tenantId, RefusedDeployment.inWords(e).findings());
        }
    }

    private RepositoryServiceImpl engine() {
        return (RepositoryServiceImpl) repository.getObject();
    }
}
