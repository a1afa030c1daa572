package org.puente.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Completes the annotations of a service's resources by what holds for every service. It runs when
 * the service is built, so the document is ready when the service starts.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {
    private final IndexView index;

    public DocumentFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setServers(List.of(
                OASFactory.createServer().url("/").description("The service that this document was read from")));
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        ProblemSchemas.addTo(document);
        WireSchemas.correct(document, index);
        TokenSecurity.addTo(document);
        CommonAnswers.addTo(document);
        CommonParameters.describe(document);
        Examples.addTo(document);
    }
}
