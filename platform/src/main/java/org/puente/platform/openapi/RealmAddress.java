package org.puente.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Writes where this installation's tokens come from, which is known only when the service starts.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class RealmAddress implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        String realm = ConfigProvider.getConfig().getValue("puente.oidc.url", String.class);
        document.getComponents()
                .getSecuritySchemes()
                .get(TokenSecurity.LOGIN)
                .setFlows(TokenSecurity.flows(realm + "/protocol/openid-connect"));
    }
}
