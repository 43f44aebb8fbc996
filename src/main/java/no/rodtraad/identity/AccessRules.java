package no.rodtraad.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rodtraad.process.Municipalities;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Groups, municipalities, task filters and what each group may do. Created where they are missing; what an administrator
 * has changed is left alone. Tenants separate the municipalities; these rules separate the roles.
 */
@Component
class AccessRules implements SmartInitializingSingleton {

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final Municipalities municipalities;
    private final ObjectProvider<DemoUsers> demoUsers;

    AccessRules(
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            Municipalities municipalities,
            ObjectProvider<DemoUsers> demoUsers) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.municipalities = municipalities;
        this.demoUsers = demoUsers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        municipalities.municipalities().forEach((id, municipality) -> tenant(id, municipality.name()));
        Groups.names().forEach((id, name) -> group(id, name, "WORKFLOW"));
        group(Groups.ADMIN, "Administrator", "SYSTEM");
        for (Resource resource : Resources.values()) {
            grant(Groups.ADMIN, resource, "*", ALL);
        }

        for (String group : Groups.names().keySet()) {
            grant(group, APPLICATION, "tasklist", ACCESS);
            grant(group, APPLICATION, "welcome", ACCESS);
            grant(group, PROCESS_DEFINITION, "*", READ);
            grant(group, GROUP, "*", READ);
        }
        for (String group : List.of("hr", "manager")) {
            grant(group, PROCESS_DEFINITION, "hiring-case", ProcessDefinitionPermissions.CREATE_INSTANCE);
            grant(group, PROCESS_INSTANCE, "*", CREATE);
        }
        for (String group : List.of("hr", "hrLead")) {
            grant(
                    group,
                    PROCESS_DEFINITION,
                    "*",
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY);
            grant(group, USER, "*", READ);
        }
        grant("processDesigner", APPLICATION, "cockpit", ACCESS);
        // for their own municipality, and never DELETE: cases follow what has been deployed
        grant("processDesigner", DEPLOYMENT, "*", READ, CREATE);
        grant("processDesigner", DECISION_DEFINITION, "*", READ);

        Map<String, TaskQuery> queries = new LinkedHashMap<>();
        queries.put("Mine oppgaver", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        queries.put(
                "Ledige oppgaver for meg",
                // those offered to the user by name or through a group
                tasks.createTaskQuery()
                        .taskCandidateUserExpression("${currentUser()}")
                        .taskUnassigned());
        queries.put("Alle oppgaver jeg kan se", tasks.createTaskQuery());
        int priority = 0;
        for (Map.Entry<String, TaskQuery> query : queries.entrySet()) {
            filter(query.getKey(), query.getValue().orderByDueDate().asc(), priority++);
        }
        demoUsers.ifAvailable(DemoUsers::create);
    }

    private void tenant(String id, String name) {
        if (identity.createTenantQuery().tenantId(id).count() == 0) {
            Tenant tenant = identity.newTenant(id);
            tenant.setName(name);
            identity.saveTenant(tenant);
        }
    }

    private void group(String id, String name, String type) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType(type);
            identity.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        for (Permission permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }

    private void filter(String name, TaskQuery query, int priority) {
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.saveFilter(filters.newTaskFilter()
                    .setName(name)
                    .setProperties(Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false))
                    .setQuery(query));
        }
        for (String group : Groups.names().keySet()) {
            grant(group, FILTER, filter.getId(), READ);
        }
        grant(Groups.ADMIN, FILTER, filter.getId(), READ);
    }
}
